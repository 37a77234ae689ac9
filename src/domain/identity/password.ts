import { z } from "zod";

/** The shortest password people may choose, in characters. */
export const shortestPassword = 12;

/** A password somebody chooses: 12 to 128 characters, not one character repeated. Anything else is theirs to decide. */
export const newPasswordSchema = z
  .string()
  .min(shortestPassword, "password.too_short")
  .max(128, "password.too_long")
  .refine((password) => new Set(password).size >= 5, "password.too_plain");
