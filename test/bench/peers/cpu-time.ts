import { readdirSync, readFileSync } from 'node:fs';

/** CPU seconds, user and system, by the name of the program that spent them. */
export type CpuSeconds = ReadonlyMap<string, number>;

// `/proc/<pid>/stat` counts in ticks of 1/100 s, whatever the kernel's own clock; their sum over user and
// system is exact, because the kernel scales it to the time that the scheduler measured.
const ticksPerSecond = 100;

interface Process {
  readonly parent: number;
  readonly program: string;
  readonly seconds: number;
}

/** What a process and all that it started have spent so far. Each line of `/proc` has the process's own
 * time and, apart from it, that of the children that have ended; a tree thus loses nothing when one of
 * its processes ends, as PostgreSQL's workers often do. */
export function cpuOfTree(root: number): CpuSeconds {
  const processes = readProcesses();
  const byProgram = new Map<string, number>();
  for (const [pid, { program, seconds }] of processes) {
    if (!descendsFrom(root, pid, processes)) continue;
    byProgram.set(program, (byProgram.get(program) ?? 0) + seconds);
  }
  return byProgram;
}

export function cpuBetween(before: CpuSeconds, after: CpuSeconds): CpuSeconds {
  return new Map([...after].map(([program, at]) => [program, at - (before.get(program) ?? 0)]));
}

function readProcesses(): ReadonlyMap<number, Process> {
  const processes = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const found = readProcess(name);
    if (found) processes.set(Number(name), found);
  }
  return processes;
}

function readProcess(pid: string): Process | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It ended between the listing and the reading; its parent counts it from now on.
    return undefined;
  }
  // The name stands in brackets and may hold blanks; what follows it are numbers, the state first.
  const nameEnd = stat.lastIndexOf(')');
  const fields = stat.slice(nameEnd + 2).split(' ');
  const ticks = [11, 12, 13, 14].map((place) => Number(fields[place]));
  return {
    parent: Number(fields[1]),
    program: programOf(stat.slice(stat.indexOf('(') + 1, nameEnd)),
    seconds: ticks.reduce((total, each) => total + each, 0) / ticksPerSecond,
  };
}

/** Node names its process after its first thread. */
function programOf(name: string): string {
  return name === 'MainThread' ? 'node' : name;
}

function descendsFrom(root: number, pid: number, processes: ReadonlyMap<number, Process>): boolean {
  for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true;
  return false;
}
