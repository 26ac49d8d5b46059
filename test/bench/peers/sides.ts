import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CpuSeconds } from './cpu-time.ts';
import { startPostgres } from './postgres.ts';
import { type Side, startSide } from './side.ts';

type Stop = () => Promise<void>;

/** Starts the three sides, each on files of its own. What was started is stopped in `stops`, the last
 * first, also when a later one fails to start. */
export async function startSides(
  { binaries, folder }: { binaries: string; folder: string },
  stops: Stop[],
): Promise<readonly Side[]> {
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const ours = await startSide({
    name: 'this service, local stack',
    program: 'serve-stack.ts',
    folder: join(folder, 'ours'),
  });
  stops.push(ours.stop);
  return [
    ours,
    await onPostgres({ name: 'plain Fastify + PostgreSQL', program: 'serve-plain.ts' }),
    await onPostgres({ name: 'DBOS Transact on PostgreSQL', program: 'serve-dbos.ts' }),
  ];

  async function onPostgres({ name, program }: Pick<Side, 'name'> & { program: string }) {
    const postgres = await startPostgres(binaries, join(folder, `${program}-data`));
    stops.push(postgres.stop);
    const side = await startSide({
      name,
      program: `services/${program}`,
      folder: join(folder, program),
      environment: { DATABASE_URL: postgres.url },
    });
    stops.push(side.stop);
    return { ...side, cpu: () => joined(side.cpu(), postgres.cpu()) };
  }
}

function joined(a: CpuSeconds, b: CpuSeconds): CpuSeconds {
  return new Map([...a, ...b]);
}
