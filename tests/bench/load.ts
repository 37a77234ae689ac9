import autocannon from "autocannon";
import { type Usage, usageOf } from "./processes";

/** One kind of request, made anew for each time it is sent. */
export type Workload = {
  readonly name: string;
  readonly request: (number: number) => {
    path: string;
    method: "GET" | "POST";
    headers: Record<string, string>;
    body?: string | Buffer;
  };
  /** What a right answer holds; anything else counts as an error. */
  readonly expect: (status: number, body: string) => boolean;
};

/** What was measured over one run of one workload. Times in milliseconds. */
export type Measurement = {
  readonly workload: string;
  readonly connections: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
  readonly serverCpu: number;
  readonly databaseCpu: number;
  readonly residentMegabytes: number;
  readonly bytes: number;
};

/** The processes whose processor time is counted. */
export type Watched = { readonly server: number; readonly database: number };

type Options = {
  readonly origin: string;
  readonly watched: Watched;
  readonly connections: number;
  readonly seconds: number;
};

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Sends one workload over a number of connections for some seconds and measures both sides. */
export async function measure(
  workload: Workload,
  { origin, watched, connections, seconds }: Options,
): Promise<Measurement> {
  let sent = 0;
  let wrong = 0;
  let bytes = 0;
  const times: number[] = [];
  const before: Record<keyof Watched, Usage> = {
    server: usageOf(watched.server),
    database: usageOf(watched.database),
  };
  const run = autocannon({
    url: origin,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [
      { setupRequest: (request) => ({ ...request, ...workload.request(sent++) }) as autocannon.Request },
    ],
    setupClient: (client) => {
      client.on("body", (body: Buffer) => {
        bytes += body.length;
      });
      client.on("response", (status: number, _bytes: number, time: number) => {
        times.push(time);
        if (status !== 200) wrong += 1;
      });
    },
  });
  const result = await run;
  const after: Record<keyof Watched, Usage> = {
    server: usageOf(watched.server),
    database: usageOf(watched.database),
  };
  times.sort((a, b) => a - b);
  const count = Math.max(1, times.length);
  const cpu = (side: keyof Watched) => ((after[side].cpuSeconds - before[side].cpuSeconds) * 1_000) / count;
  return {
    workload: workload.name,
    connections,
    requestsPerSecond: times.length / result.duration,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    errors: wrong + result.errors + result.timeouts,
    serverCpu: cpu("server"),
    databaseCpu: cpu("database"),
    residentMegabytes: after.server.residentMegabytes,
    bytes: bytes / count,
  };
}

/** Sends a workload once and says whether the answer is right, so that no wrong page is ever measured. */
export async function proveAnswer(workload: Workload, origin: string): Promise<void> {
  const { path, method, headers, body } = workload.request(0);
  const response = await fetch(origin + path, {
    method,
    headers,
    redirect: "manual",
    ...(body !== undefined && { body: body as BodyInit }),
  });
  const text = await response.text();
  if (!workload.expect(response.status, text)) {
    throw new Error(`${workload.name} at ${origin}${path} answers ${response.status}: ${text.slice(0, 400)}`);
  }
}
