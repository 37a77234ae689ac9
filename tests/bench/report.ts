import type { Measurement } from "./load";

const columns = [
  ["workload", 26],
  ["conn", 5],
  ["req/s", 8],
  ["p50 ms", 8],
  ["p95 ms", 8],
  ["p99 ms", 8],
  ["server ms", 10],
  ["db ms", 7],
  ["MB", 6],
  ["KB", 7],
  ["errors", 7],
] as const;

function line(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, at) =>
      at === 0 ? String(cell).padEnd(columns[at]?.[1] ?? 0) : String(cell).padStart(columns[at]?.[1] ?? 0),
    )
    .join(" ");
}

/** The heading of the table of measurements. Server and db are processor time per request. */
export function heading(): string {
  return line(columns.map(([name]) => name));
}

/** One measurement as a line of the table. */
export function toLine(found: Measurement): string {
  return line([
    found.workload,
    found.connections,
    found.requestsPerSecond.toFixed(0),
    found.p50.toFixed(1),
    found.p95.toFixed(1),
    found.p99.toFixed(1),
    found.serverCpu.toFixed(2),
    found.databaseCpu.toFixed(2),
    found.residentMegabytes.toFixed(0),
    (found.bytes / 1024).toFixed(1),
    found.errors,
  ]);
}

/** How two measurements of the same run compare: requests per second, and processor time the other way round. */
export function ratio(
  name: string,
  portal: Measurement | undefined,
  floor: Measurement | undefined,
  goal: string,
): string {
  if (!portal || !floor) return `${name.padEnd(46)} not measured`;
  const throughput = portal.requestsPerSecond / floor.requestsPerSecond;
  const processor = (floor.serverCpu + floor.databaseCpu) / (portal.serverCpu + portal.databaseCpu);
  return `${name.padEnd(46)} ${throughput.toFixed(3)} by requests/s, ${processor.toFixed(3)} by processor time  (goal ${goal})`;
}
