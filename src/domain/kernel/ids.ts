import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

/** A new identifier: UUID version 7, so that rows made later sort later. */
export function newId(): string {
  return uuidv7();
}

/** An identifier in an input: a UUID in its canonical lower-case form. */
export const idSchema = z.uuid().toLowerCase();
