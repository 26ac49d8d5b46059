import * as z from 'zod';
import { startLocalStack } from '#infra/local/stack.ts';
import { served } from './served.ts';

// Our side: the whole local stack, on files, in a process of its own whose CPU time can be told apart
// from that of the callers.

const { FOLDER, START_AT } = z
  .object({ FOLDER: z.string(), START_AT: z.string() })
  .parse(process.env);
const stack = await startLocalStack({ folder: FOLDER, startAt: START_AT });
served(stack.url, () => stack.stop());
