import * as z from 'zod';
import { startLocalStack } from '#infra/local/stack.ts';
import { served } from './served.ts';

// Our side: the whole local stack, on files, in a process of its own whose CPU time can be told apart
// from that of the callers. dynoxide calls fsync once for each write, as PostgreSQL does, and what the
// engine and the queues keep is written to the disk before it is acknowledged. This side alone also
// stands for AWS: every request is signed, goes over HTTP and through a proxy, machines are interpreted,
// and seven letters of a journey go by bus and queue to a double of GOV.UK Notify.

const { FOLDER, START_AT } = z
  .object({ FOLDER: z.string(), START_AT: z.string() })
  .parse(process.env);
const stack = await startLocalStack({ folder: FOLDER, startAt: START_AT });
served(stack.url, () => stack.stop());
