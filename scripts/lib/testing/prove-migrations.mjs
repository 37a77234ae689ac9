import pg from "pg";
import { compareSchema, deployMigrations } from "../postgres/migrations.mjs";
import { ensureLoginRole } from "../postgres/roles.mjs";
import { asAdministrator, startThrowAwayCluster } from "./test-cluster.mjs";

const owner = "plain_owner";

/**
 * Proves on a server of its own that the migrations make the schema that prisma/schema describes, from nothing, for an
 * owner who is no superuser (as on a managed PostgreSQL), and that the login role can then act and nothing more.
 */
export async function proveMigrations(run, options = {}) {
  const cluster = await startThrowAwayCluster(run);
  const ownerUrl = await asAdministrator(cluster, async (client) => {
    await client.query(`create role ${owner} login createdb createrole password '${owner}'`);
    await client.query(`create database portal owner ${owner}`);
    return Object.assign(new URL(cluster.urlOf("portal")), { username: owner, password: owner }).href;
  });
  await deployMigrations(ownerUrl, options);
  await compareSchema(ownerUrl, options);
  await proveComparison(cluster, ownerUrl, options);
  const login = { ownerUrl, password: "proof", ownServer: false };
  await proveLogin(await ensureLoginRole(login));
  await ensureLoginRole(login);
  await cluster.stop();
}

/** A comparison that cannot see a difference would prove nothing. */
async function proveComparison(cluster, ownerUrl, options) {
  const url = Object.assign(new URL(ownerUrl), { pathname: "/differing" }).href;
  await asAdministrator(cluster, (client) =>
    client.query(`create database differing template portal owner ${owner}`),
  );
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("alter table organisation add column unforeseen int");
  await client.end();
  const seen = await compareSchema(url, options).then(
    () => false,
    () => true,
  );
  if (!seen) throw new Error("The comparison of schema and database overlooked a column.");
}

async function proveLogin(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const outside = await client.query("select from organisation").then(
      () => "allowed",
      (error) => error.code,
    );
    if (outside !== "42501")
      throw new Error(`Outside an acting role the login role's query was ${outside}, not refused.`);
    await client.query("begin; set local role acting_provider; select from organisation; rollback");
  } finally {
    await client.end();
  }
}
