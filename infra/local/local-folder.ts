import { fileURLToPath } from 'node:url';

/** Where `npm start` keeps everything: the table, executions, queues, the key, logs. */
export const localFolder =
  process.env['LOCAL_FOLDER'] ?? fileURLToPath(new URL('../../.local', import.meta.url));
