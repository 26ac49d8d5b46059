import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { forgetUnused, markUsed } from './assembly-cache.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// Beside the bundles, not under `.local`: what was synthesised is no data of the council's.
const cache = join(root, 'node_modules', '.cache', 'adult-social-care', 'assemblies');
const sources = ['infra', 'state-machines', 'functions', 'shared'];
const files = ['cdk.json', 'package.json', 'package-lock.json'];

export interface Synthesis {
  readonly folder: string;
  readonly wasCached: boolean;
}

/** The assembly of stage `dev` for one council preset, made by `node infra/app.ts` exactly as for a
 * deployment, and only when what it is made from has changed. */
export async function synthesise(council: string): Promise<Synthesis> {
  const folder = join(cache, contentHash(council));
  if (existsSync(folder)) {
    markUsed(folder);
    return { folder, wasCached: true };
  }
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    await runApp(council, draft);
    moveInto(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  forgetUnused(cache);
  return { folder, wasCached: false };
}

async function runApp(council: string, outputFolder: string): Promise<void> {
  // Only these: an issuer or a stage left in somebody's shell must not reach the template.
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    STAGE: 'dev',
    COUNCIL: council,
    CDK_OUTDIR: outputFolder,
    SYNTH_CHECKS: 'off',
  };
  try {
    await promisify(execFile)(process.execPath, ['infra/app.ts'], { cwd: root, env });
  } catch (error) {
    const { stderr } = appFailure.parse(error);
    const lines = stderr.split('\n').filter((line) => !isStackLine(line));
    throw new Error(`the template could not be made:\n${lines.join('\n').trim()}`);
  }
}

const appFailure = z.object({ stderr: z.string() });

function isStackLine(line: string): boolean {
  return /^(\s+at |file:|Node\.js v|\s*\^|\s*$)/.test(line);
}

/** Two starts may synthesise at once; whoever comes second finds the same content in place. */
function moveInto(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

function contentHash(council: string): string {
  const hash = createHash('sha256').update(council);
  for (const path of [...sources.flatMap(filesUnder), ...files]) {
    if (!existsSync(join(root, path))) continue;
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 32);
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((path) => !path.startsWith(join('infra', 'local')))
    .sort();
}
