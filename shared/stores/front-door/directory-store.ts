import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod';
import { DirectoryIndex, type KeptService } from '../../domain/directory/directory-index.ts';
import { makeSearchable, type SearchableIndex } from '../../domain/directory/search.ts';
import { DirectoryService } from '../../domain/directory/service.ts';
import { canonicalJson, sha256 } from '../table/digest.ts';
import type { Item, Key, Table, TableWrite, Value } from '../table/table.ts';

/** The directory's partition holds one `INDEX`, which names the version in force; the
 * `PART#version#n` of that version's index, compressed; and each service under `SERVICE#id#digest`.
 * Whatever a version needs is written before `INDEX` names it and never changed, so that nobody
 * sees half of an import. */
const pk = 'DIRECTORY';

const Head = z.object({
  version: z.string(),
  parts: z.int().positive(),
  /** The version before, which whoever read its head a moment ago may still be reading. */
  before: z.string().nullable(),
});
type Head = z.infer<typeof Head>;

/** Under the 400 KB of an item, and under the megabyte that one query reads. */
const partLengthMax = 350_000;
const indexLengthMax = 1_000_000;

/** The version of the directory that is in force. */
export interface DirectoryVersion {
  readonly version: string;
  readonly before: string | null;
  readonly index: SearchableIndex;
}

export class DirectoryStore {
  readonly #table: Table;
  // A version never changes, so the newest one read is kept for the life of the function.
  #known: DirectoryVersion | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  /** The version in force: one read, and a second where this function has not seen it yet.
   * Undefined before the first import. */
  async current(): Promise<DirectoryVersion | undefined> {
    const item = await this.#table.get({ pk, sk: 'INDEX' });
    if (!item) return undefined;
    const head = Head.parse(item);
    const { version, before } = head;
    if (this.#known?.version !== version) {
      this.#known = { version, before, index: makeSearchable(await this.#readIndex(head)) };
    }
    return this.#known;
  }

  async #readIndex({ version, parts }: Head): Promise<DirectoryIndex> {
    const page = await this.#table.query({ pk, beginsWith: `PART#${version}#`, limit: parts });
    const packed = page.items.map((item) => String(item['packed'])).join('');
    return DirectoryIndex.parse(unpack(packed));
  }

  async service(id: string, digest: string): Promise<DirectoryService> {
    const item = await this.#table.get(serviceKey(id, digest));
    if (!item) throw new Error(`the directory has lost the service ${id}`);
    return readService(item);
  }

  /** One page of all services that are kept, of whichever version. */
  async kept(
    startAfter: Value | undefined,
  ): Promise<{ services: (KeptService & { at: string })[]; next?: Value }> {
    const page = await this.#table.query({
      pk,
      beginsWith: 'SERVICE#',
      limit: 100,
      ...(startAfter === undefined ? {} : { startAfter }),
    });
    const services = page.items.map((item) => ({
      service: readService(item),
      digest: String(item['digest']),
      at: String(item['at']),
    }));
    return page.next === undefined ? { services } : { services, next: page.next };
  }

  async keep({ service, digest }: KeptService, at: string): Promise<void> {
    const text = canonicalJson(service);
    const put = { ...serviceKey(service.id, digest), schema: 1, digest, at, text };
    await this.#table.write([{ put }]);
  }

  async forget({ service, digest }: KeptService): Promise<void> {
    await this.#table.write([{ delete: serviceKey(service.id, digest) }]);
  }

  /** Puts a version in force in place of the one that was read; false where another import was
   * faster. Its parts come first: until the last write, everybody sees the version before. */
  async putInForce(
    { version, packed }: PackedIndex,
    replaced: DirectoryVersion | undefined,
    at: string,
  ): Promise<boolean> {
    const parts = Math.ceil(packed.length / partLengthMax);
    for (let part = 0; part < parts; part += 1) {
      const slice = packed.slice(part * partLengthMax, (part + 1) * partLengthMax);
      await this.#table.write([{ put: { ...partKey(version, part), schema: 1, packed: slice } }]);
    }
    const before = replaced?.version ?? null;
    const head: TableWrite = {
      put: { pk, sk: 'INDEX', schema: 1, version, parts, before, at },
      onlyIf: [replaced ? { attribute: 'version', equals: replaced.version } : 'absent'],
    };
    if (!(await this.#table.write([head])).written) return false;
    const ended = replaced?.before ?? null;
    if (ended !== null && ended !== version) await this.#forgetParts(ended);
    return true;
  }

  async #forgetParts(version: string): Promise<void> {
    const { items } = await this.#table.query({ pk, beginsWith: `PART#${version}#`, limit: 10 });
    for (const { sk } of items) await this.#table.write([{ delete: { pk, sk } }]);
  }
}

function readService(item: Item): DirectoryService {
  return DirectoryService.parse(JSON.parse(String(item['text'])));
}

function serviceKey(id: string, digest: string): Key {
  return { pk, sk: `SERVICE#${id}#${digest}` };
}

function partKey(version: string, part: number): Key {
  return { pk, sk: `PART#${version}#${String(part).padStart(2, '0')}` };
}

/** What a service is known by in this very text. */
export function serviceDigest(service: DirectoryService): string {
  return sha256(canonicalJson(service)).slice(0, 16);
}

export interface PackedIndex {
  /** A digest of the index, so that the same directory has the same version. */
  readonly version: string;
  readonly packed: string;
}

/** An index as it is stored; undefined where it is more than one query reads. */
export function packIndex(index: DirectoryIndex): PackedIndex | undefined {
  const text = canonicalJson(index);
  const packed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  }).toString('base64');
  if (packed.length > indexLengthMax) return undefined;
  return { version: sha256(text).slice(0, 16), packed };
}

function unpack(packed: string): unknown {
  return JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8'));
}
