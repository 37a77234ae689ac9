import { readdirSync, readFileSync } from "node:fs";

/** What a group of processes has used so far and holds now. */
export type Usage = { readonly cpuSeconds: number; readonly residentMegabytes: number };

const ticksPerSecond = 100;
const pageKilobytes = 4;

function statOf(pid: number): { parent: number; cpuTicks: number; pages: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    // Fields counted from the state: parent 1, user 11, system 12, waited-for children 13 and 14, resident pages 21.
    const [parent = 0, user = 0, system = 0, childUser = 0, childSystem = 0, pages = 0] = [
      1, 11, 12, 13, 14, 21,
    ].map((at) => fields[at]);
    return { parent, cpuTicks: user + system + childUser + childSystem, pages };
  } catch {
    return undefined;
  }
}

/** Processor time and resident memory of a process and all its descendants, as the operating system counts them. */
export function usageOf(root: number): Usage {
  const stats = new Map(
    readdirSync("/proc")
      .map(Number)
      .filter(Number.isInteger)
      .flatMap((pid) => {
        const stat = statOf(pid);
        return stat ? [[pid, stat] as const] : [];
      }),
  );
  const belongs = (pid: number): boolean => pid === root || (pid > 1 && belongs(stats.get(pid)?.parent ?? 0));
  let cpuTicks = 0;
  let pages = 0;
  for (const [pid, stat] of stats) {
    if (!belongs(pid)) continue;
    cpuTicks += stat.cpuTicks;
    pages += stat.pages;
  }
  return { cpuSeconds: cpuTicks / ticksPerSecond, residentMegabytes: (pages * pageKilobytes) / 1024 };
}
