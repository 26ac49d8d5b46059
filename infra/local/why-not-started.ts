import { getSystemErrorName } from 'node:util';
import { StartRefused } from './start-request.ts';

/** One clear line for the person whose start failed. */
export function whyNotStarted(
  error: unknown,
  { port, folder }: { readonly port: string; readonly folder: string },
): string {
  if (!(error instanceof Error)) return `the service did not start: ${String(error)}`;
  if (error instanceof StartRefused) return error.message;
  const code = codeOf(error);
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'mkdir') {
    return cannotBeWritten(folder, code);
  }
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken: stop what uses it, or choose another with PORT=3001 npm start`;
    case 'ERR_SOCKET_BAD_PORT':
      return `PORT=${port} is not a port: it is a number from 0 to 65535`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOSPC':
    case 'ENOTDIR':
    case 'EEXIST':
      return cannotBeWritten(folder, code);
    case 'ERR_SQLITE_ERROR':
      return sqliteReason(error, folder);
    default:
      return `the service did not start: ${error.message}`;
  }
}

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errno' in error && typeof error.errno === 'number') return getSystemErrorName(error.errno);
  return undefined;
}

function sqliteReason(error: Error, folder: string): string {
  return error.message.includes('locked')
    ? `${folder} is in use: another start of the service has it open`
    : cannotBeWritten(folder, error.message);
}

function cannotBeWritten(folder: string, reason: string): string {
  return `${folder} cannot be written (${reason}): the service keeps everything there`;
}
