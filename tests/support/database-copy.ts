import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { applicationUrl, ownerUrl, templateName } from "./database";

/** A database of a test's own, empty but for the tables. */
export type DatabaseCopy = {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly drop: () => Promise<void>;
};

function withName(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function administrate(statement: string): Promise<void> {
  const client = new Client({ connectionString: withName(ownerUrl, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Copies the migrated template once more, for tests that need a database nobody else writes to. */
export async function copyDatabase(): Promise<DatabaseCopy> {
  const name = `${new URL(ownerUrl).pathname.slice(1)}_${randomBytes(3).toString("hex")}`;
  await administrate(`create database "${name}" template "${templateName}"`);
  return {
    ownerUrl: withName(ownerUrl, name),
    applicationUrl: withName(applicationUrl, name),
    drop: () => administrate(`drop database if exists "${name}" with (force)`),
  };
}
