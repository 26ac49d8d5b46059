import type { DirectoryService } from '#shared/domain/directory/service.ts';
import type { DirectoryStore } from '#shared/stores/front-door/directory-store.ts';
import { canonicalJson } from '#shared/stores/table/digest.ts';
import type { Value } from '#shared/stores/table/table.ts';
import { digestsOf } from './import-directory.ts';

/** The directory in force as a file: services by id and names in order, so that the same directory
 * is the same file to the last byte. */
export async function exportDirectory(directory: DirectoryStore): Promise<string> {
  const inForce = digestsOf(await directory.current());
  const services: DirectoryService[] = [];
  let startAfter: Value | undefined;
  do {
    const page = await directory.kept(startAfter);
    for (const { service, digest } of page.services) {
      if (inForce.get(service.id) === digest) services.push(service);
    }
    startAfter = page.next;
  } while (startAfter !== undefined);
  if (services.length < inForce.size)
    throw new Error('the directory has lost some of its services');
  services.sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${JSON.stringify(JSON.parse(canonicalJson({ services })), undefined, 2)}\n`;
}
