import { Prisma } from "./generated/client";

/** Typed raw SQL for queries that Prisma would write worse: values always travel as parameters. */
export const { sql, join, empty } = Prisma;

/** A piece of SQL with its parameters. */
export type Sql = Prisma.Sql;
