import { startLocalStack } from '#infra/local/stack.ts';

// A stack in a process of its own, so that a test can kill it: prints its URL when it is ready.
const [, , assembly = '', folder = ''] = process.argv;
const stack = await startLocalStack({ assembly, folder });
process.stdout.write(`${stack.url}\n`);
