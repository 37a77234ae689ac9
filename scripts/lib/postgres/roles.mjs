import pg from "pg";

/** The login role of the web process and the worker; it owns nothing and inherits nothing. */
export const loginRole = "twotier_app";

/** The roles the login role may assume, one transaction at a time; the migrations create them. */
const actingRoles = [
  "acting_provider",
  "acting_reseller",
  "acting_customer",
  "acting_vendor",
  "acting_system",
  "acting_visitor",
];

/** Serialises two starts on one database server: roles belong to the server, not to a database. */
const roleLock = 7_110_246;

/**
 * Makes sure the login role exists with this password and may assume every acting role and nothing else. Works for a
 * superuser and for an owner with CREATEROLE, on PostgreSQL 15 to 18. Answers the address to log in with.
 *
 * On the operator's server an existing role keeps its password, since another installation may use it: when ours does
 * not fit, this throws with advice. On a server of our own (`ownServer`) the password is set.
 */
export async function ensureLoginRole({ ownerUrl, password, ownServer }) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [roleLock]);
    const { rowCount: exists } = await client.query("select from pg_roles where rolname = $1", [loginRole]);
    if (!exists)
      await client.query(
        `create role ${loginRole} login noinherit password ${client.escapeLiteral(password)}`,
      );
    else if (ownServer)
      await client.query(
        `alter role ${loginRole} login noinherit password ${client.escapeLiteral(password)}`,
      );
    await grantActingRoles(client);
    await client.query(
      `grant connect on database ${client.escapeIdentifier(client.database)} to ${loginRole}`,
    );
    const url = loginUrl(ownerUrl, password);
    if (exists && !ownServer) await requireLogin(url, client.database);
    return url;
  } finally {
    await client.end();
  }
}

/** The owner's address with the login role's name and password in it. */
function loginUrl(ownerUrl, password) {
  const url = new URL(ownerUrl);
  url.username = loginRole;
  url.password = password;
  return url.href;
}

async function requireLogin(url, database) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    if (["28P01", "28000"].includes(error.code)) throw new Error(foreignRole(database));
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function grantActingRoles(client) {
  const { rows } = await client.query(
    `select wanted, r.oid is not null as present, coalesce(pg_has_role($2, r.oid, 'member'), false) as granted
     from unnest($1::text[]) wanted left join pg_roles r on r.rolname = wanted`,
    [actingRoles, loginRole],
  );
  const absent = rows.filter((row) => !row.present).map((row) => row.wanted);
  if (absent.length > 0) throw new Error(`The migrations did not create these roles: ${absent.join(", ")}.`);
  const wanted = rows.filter((row) => !row.granted).map((row) => row.wanted);
  if (wanted.length === 0) return;
  await client.query(`grant ${wanted.join(", ")} to ${loginRole}`).catch((error) => {
    throw new Error(
      `The owner in DATABASE_URL may not grant ${wanted.join(", ")} to ${loginRole}: ${error.message}. As a superuser, run: grant ${wanted.join(", ")} to ${loginRole};`,
    );
  });
}

function foreignRole(database) {
  return `This database server already has the role ${loginRole}, and its password is not in this installation's secrets.json. Another installation may use it, so it stays as it is. Either copy secrets.json from there, or give the portal its own login:
  create role portal_login login noinherit password '…';
  grant ${actingRoles.join(", ")} to portal_login;
and set APP_DATABASE_URL=postgresql://portal_login:…@host/${database}.`;
}
