import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../ports.mjs";
import { serverAccount } from "../postgres/account.mjs";
import { postgresBinaries } from "../postgres/binaries.mjs";
import {
  clusterService,
  clusterUrl,
  initialiseCluster,
  throwAwaySettings,
  waitForServer,
} from "../postgres/cluster.mjs";
import { deployMigrations, migrationsVersion } from "../postgres/migrations.mjs";
import { ensureLoginRole, loginRole } from "../postgres/roles.mjs";
import { clusterPrefix } from "./test-run.mjs";

/** Serialises those who make the same template on a shared cluster. */
const templateLock = 7_110_247;

/**
 * The database server of a run of tests: the one TEST_CLUSTER_URL names, which others use too, or a new one. Answers a
 * function from a database's name to its owner address.
 */
export async function openTestCluster(run) {
  const address = process.env.TEST_CLUSTER_URL;
  if (!address) return startThrowAwayCluster(run);
  const urlOf = (database) => Object.assign(new URL(address), { pathname: `/${database}` }).href;
  return { urlOf, shared: true };
}

/** A new database server in the run's folder, on a free port, that does not wait for the disk. */
export async function startThrowAwayCluster(run) {
  const account = serverAccount();
  const cluster = {
    directory: join(run.folder, `${clusterPrefix}${randomBytes(4).toString("hex")}`),
    binaries: postgresBinaries(account),
    account,
    port: await freePort(),
    password: randomBytes(16).toString("hex"),
  };
  initialiseCluster(cluster);
  const service = run.supervisor.start(clusterService({ ...cluster, settings: throwAwaySettings }));
  const urlOf = (database) => clusterUrl(cluster, database);
  await waitForServer(urlOf("postgres"), service.hasEnded).catch((error) => {
    throw new Error(`${error.message} Its last lines:\n\n${service.tail()}`);
  });
  return { urlOf, shared: false, stop: service.stop };
}

/**
 * The migrated, empty database that tests copy, named after the migrations, so that a changed migration makes a new one
 * and an unchanged one is ready at once. It gets its name only when complete.
 */
export async function ensureTemplate(cluster, options = {}) {
  const template = await makeTemplate(cluster, options);
  await openTestLogin(template.url);
  return template;
}

/** The login role as `npm start` makes it, with the password that the tests expect. */
export function openTestLogin(ownerUrl) {
  return ensureLoginRole({ ownerUrl, password: loginRole, ownServer: true });
}

function makeTemplate(cluster, options) {
  const name = `twotier_template_${migrationsVersion()}`;
  return asAdministrator(cluster, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) {
      await client.query(`drop database if exists ${name}_new with (force)`);
      await client.query(`create database ${name}_new`);
      await deployMigrations(cluster.urlOf(`${name}_new`), options);
      await client.query(`alter database ${name}_new rename to ${name}`);
    }
    return { name, url: cluster.urlOf(name) };
  });
}

/** A new database with the template's content. */
export function copyTemplate(cluster, template, name) {
  return asAdministrator(cluster, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template ${template.name}`);
    return cluster.urlOf(name);
  });
}

/** Removes a copy, with whoever is still connected to it. */
export function dropDatabase(cluster, name) {
  return asAdministrator(cluster, (client) => client.query(`drop database if exists ${name} with (force)`));
}

/** Runs work with a connection of the cluster's superuser. */
export async function asAdministrator(cluster, work) {
  const client = new pg.Client({ connectionString: cluster.urlOf("postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
