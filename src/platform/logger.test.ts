import { expect, test } from "vitest";
import { loggedError } from "./logger";

test("S22: what the database quotes from a row does not reach the log, what went wrong does", () => {
  const error = Object.assign(new Error("a value breaks a rule"), {
    code: "23514",
    constraint: "user_account_sign_in_name_lower",
    detail: "Failing row contains (admin, $argon2id$secret).",
    where: 'SQL statement "insert into user_account" $argon2id$secret',
    query: "insert",
    parameters: ["$argon2id$secret"],
  });
  const told = JSON.stringify(loggedError(error));
  expect(told).not.toContain("argon2id");
  expect(told).toContain("a value breaks a rule");
  expect(told).toContain("23514");
  expect(loggedError("no error")).toBe("no error");
});
