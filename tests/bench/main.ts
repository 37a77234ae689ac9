import { parseArgs } from "node:util";
import { Client } from "pg";
import { floorCookie } from "./floor-server";
import { type Measurement, measure, proveAnswer } from "./load";
import { heading, ratio, toLine } from "./report";
import { ids, seedBench } from "./seed";
import { startServers } from "./servers";
import { workloads } from "./workloads";

const { values: options } = parseArgs({
  options: {
    customers: { type: "string", default: "100000" },
    resellers: { type: "string", default: "2000" },
    subscriptions: { type: "string", default: "1000000" },
    seconds: { type: "string", default: "8" },
    only: { type: "string" },
  },
});
const size = {
  customers: Number(options.customers),
  resellers: Number(options.resellers),
  subscriptions: Number(options.subscriptions),
};
const warmUpSeconds = 5;
const tell = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const template = process.env.TEST_DATABASE_URL;
  if (!template) throw new Error("Run it as `npm run bench`, which starts a scratch database server.");
  const owner = new Client({
    connectionString: Object.assign(new URL(template), { pathname: "/postgres" }).href,
  });
  await owner.connect();
  const name = `twotier_bench_${process.pid}`;
  await owner.query(`create database ${name} template "${new URL(template).pathname.slice(1)}"`);
  const databaseUrl = Object.assign(new URL(template), { pathname: `/${name}` }).href;
  const seeding = new Client({ connectionString: databaseUrl });
  await seeding.connect();
  tell(
    `Seeding ${size.customers} customers, ${size.resellers} resellers, ${size.subscriptions} subscriptions`,
  );
  await seedBench(seeding, size, tell);
  const { rows: postmaster } = await seeding.query(
    "select pid from pg_stat_activity where backend_type = 'checkpointer'",
  );
  const { rows: deepRows } = await seeding.query(
    "select search_text as sort, id from customer where provider_id = $1 order by search_text, id offset $2 limit 1",
    [ids.provider, Math.min(999 * 40, size.customers - 50)],
  );
  await seeding.end();
  const servers = await startServers({ databaseUrl, checkpointerPid: Number(postmaster[0]?.pid), tell });
  try {
    await run(servers, deepRows[0] as { sort: string; id: string });
  } finally {
    await servers.stop();
    await owner.query(`drop database ${name} with (force)`);
    await owner.end();
  }
}

async function run(
  servers: Awaited<ReturnType<typeof startServers>>,
  deep: { sort: string; id: string },
): Promise<void> {
  const { portal, floor, bare, database } = servers;
  const all = workloads({ size, deep, portal, floor: { cookie: floorCookie(servers.secret) } });
  const found = new Map<string, Measurement>();
  const seconds = Number(options.seconds);
  tell(
    `\nIdle: ${servers.idleMegabytes().toFixed(0)} MB resident; first right page ${servers.firstPageMilliseconds.toFixed(0)} ms after the start\n`,
  );
  tell(heading());
  for (const [name, pair] of Object.entries(all)) {
    if (options.only && !options.only.split(",").includes(name)) continue;
    await proveAnswer(pair.floor, floor.origin);
    await proveAnswer(pair.portal, portal.origin);
    // Both sides warm: the first seconds of a process tell of its compiler, not of its work.
    await measure(pair.floor, {
      origin: floor.origin,
      watched: { server: floor.pid, database },
      connections: 8,
      seconds: 2,
    });
    await measure(pair.portal, {
      origin: portal.origin,
      watched: { server: portal.pid, database },
      connections: 8,
      seconds: warmUpSeconds,
    });
    for (const connections of [8, 32, 128]) {
      for (const [side, target] of [
        ["floor", floor],
        ["portal", portal],
      ] as const) {
        const result = await measure(pair[side], {
          origin: target.origin,
          watched: { server: target.pid, database },
          connections,
          seconds,
        });
        found.set(`${name} ${side} ${connections}`, result);
        tell(toLine(result));
      }
    }
    if (name === "W1") {
      const bareList = {
        ...pair.floor,
        name: "W1 bare page",
        request: (n: number) => ({
          ...pair.floor.request(n),
          path: `/?provider=${ids.provider}&reseller=${pair.floor.request(n).path.split("=")[1]}`,
        }),
      };
      await measure(bareList, {
        origin: bare.origin,
        watched: { server: bare.pid, database },
        connections: 8,
        seconds: warmUpSeconds,
      });
      const result = await measure(bareList, {
        origin: bare.origin,
        watched: { server: bare.pid, database },
        connections: 32,
        seconds,
      });
      found.set("bare", result);
      tell(toLine(result));
    }
  }
  const at = (workload: string, side: "portal" | "floor") => found.get(`${workload} ${side} 32`);
  tell("\nRatios of this run, at 32 connections");
  tell(ratio("P1 customers page / floor", at("W1", "portal"), at("W1", "floor"), ">= 0.15"));
  tell(
    ratio("P1 customers page / bare page of the framework", at("W1", "portal"), found.get("bare"), ">= 0.95"),
  );
  tell(ratio("P3 search page / floor", at("W2", "portal"), at("W2", "floor"), "database <= 1.2 of raw"));
  tell(ratio("P4 page 1,000 / page 1", at("W3", "portal"), at("W1", "portal"), ">= 0.83"));
  tell(ratio("   one customer / floor", at("W4", "portal"), at("W4", "floor"), "-"));
  tell(ratio("P5 order / floor", at("W5", "portal"), at("W5", "floor"), ">= 0.45"));
  tell(ratio("P6 seat change / floor", at("W6", "portal"), at("W6", "floor"), ">= 0.45"));
  for (const [name, result] of found) if (result.errors > 0) tell(`errors: ${result.errors} in ${name}`);
}

await main();
