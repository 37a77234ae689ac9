import { expect, test } from "vitest";
import { safeReturnAddress } from "./return-address";

test("goes back to a page of the portal, with its parameters", () => {
  expect(safeReturnAddress("/partnerships/accept?invitation=abc")).toBe(
    "/partnerships/accept?invitation=abc",
  );
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "/%0d%0aSet-Cookie:x",
  "javascript:alert(1)",
  "/a b",
  "/a\nb",
  "/api/auth/signout",
  "/sign-in?next=/sign-in",
  "",
  undefined,
  ["/a", "/b"],
])("never leads elsewhere: %j", (given) => {
  const address = safeReturnAddress(given);
  expect(new URL(address, "https://portal.example").origin).toBe("https://portal.example");
  expect(address === "/" || address === "/%0d%0aSet-Cookie:x").toBe(true);
});
