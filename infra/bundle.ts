import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { checkForms } from '#shared/council/load/check-forms.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import { type EntryName, entryNames } from './functions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'adult-social-care', 'bundles');
const keptMs = 24 * 60 * 60 * 1000;

export interface Bundle {
  /** The one folder that all functions are deployed from. */
  readonly folder: string;
  /** What went into each file of it, as esbuild tells, for whoever weighs the bundles. */
  readonly metafile: string;
}

/** All entries, each in a folder of its own, made once for one content of the code: what a function
 * loads at its start is a few files and not the dozens that chunks shared by all would be. */
export function bundleFunctions(): Bundle {
  const made = join(cache, contentHash());
  if (!existsSync(made)) {
    mkdirSync(cache, { recursive: true });
    forgetOld();
    build(made);
  }
  return { folder: join(made, 'code'), metafile: join(made, 'metafile.json') };
}

/** Built beside its place and then moved there whole, because two runs may build at once. */
function build(made: string): void {
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    const code = join(draft, 'code');
    const outputs = Object.assign({}, ...entryNames.map((entry) => buildEntry(entry, code)));
    writeCouncils(join(code, 'councils'));
    writeFileSync(join(draft, 'metafile.json'), JSON.stringify({ outputs }));
    renameSync(draft, made);
  } catch (fault) {
    rmSync(draft, { recursive: true });
    // Where the other run was first, it built the same content.
    if (!existsSync(made)) throw fault;
  }
}

/** Every council as data beside the code: a wrong preset or assessment form fails here, with the field's
 * name, and no function has to check it again at each cold start. */
function writeCouncils(folder: string): void {
  mkdirSync(folder);
  for (const id of councilIds) {
    const council = councilNamed(id);
    checkForms(council, council.assessmentForms.map(readForm));
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(council));
  }
}

function readForm(version: string): unknown {
  return JSON.parse(
    readFileSync(join(root, 'shared/council/data/forms', `${version}.json`), 'utf8'),
  );
}

function forgetOld(): void {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    if (statSync(folder).mtimeMs < Date.now() - keptMs) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function buildEntry(entry: EntryName, code: string) {
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [`functions/${entry}.ts`],
    outdir: join(code, entry),
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The SDK and Powertools publish both forms; the module form is the one that can be thinned.
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': join(root, 'shared/gateways/lambda-credentials.ts'),
    },
    minify: true,
    // So that a fault in the log names a file and a line of ours. The text itself stays at home.
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile.outputs;
}

function contentHash(): string {
  const hash = createHash('sha256');
  for (const path of [...filesUnder('functions'), ...filesUnder('shared'), ...recipe]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

const recipe = ['infra/bundle.ts', 'infra/functions.ts', 'package-lock.json', 'package.json'];

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}
