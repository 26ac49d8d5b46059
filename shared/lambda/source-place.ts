import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

const place = /file:\/\/[^\s()]+\.mjs:\d+:\d+/;
const maps = new Map<string, SourceMap>();

/** A frame of a stack, with the file and line of ours where it names a place in a bundle. The map is
 * read only here, when something has gone wrong: Node's own option reads every map at each cold start,
 * and that was a tenth of it. */
export function inOurFiles(frame: string): string {
  return frame.replace(place, (bundled) => {
    const [line, column] = bundled.split(':').slice(-2).map(Number);
    const file = fileURLToPath(bundled.replace(/:\d+:\d+$/, ''));
    const origin = mapOf(file)?.findOrigin(line ?? 1, column ?? 1);
    if (!origin || !('fileName' in origin)) return bundled;
    return `${origin.fileName.replace(/^(?:\.\.\/)+/, '')}:${origin.lineNumber}`;
  });
}

function mapOf(file: string): SourceMap | undefined {
  const known = maps.get(file);
  if (known) return known;
  if (!existsSync(`${file}.map`)) return undefined;
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  maps.set(file, map);
  return map;
}
