import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('services/', import.meta.url));
const installedLock = `${folder}node_modules/.package-lock.json`;

/** Installs what the peers need into a folder of their own, unless just that is there already. */
export function installPackages(): void {
  if (isInstalled()) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** npm keeps beside the packages a copy of the lock that it installed, without the first entry. */
function isInstalled(): boolean {
  if (!existsSync(installedLock)) return false;
  const { '': _root, ...wanted } = packagesIn(`${folder}package-lock.json`);
  return JSON.stringify(packagesIn(installedLock)) === JSON.stringify(wanted);
}

function packagesIn(file: string): Record<string, unknown> {
  return Object(JSON.parse(readFileSync(file, 'utf8'))).packages;
}
