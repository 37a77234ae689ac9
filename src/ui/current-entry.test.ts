import { expect, test } from "vitest";
import { currentEntry } from "./current-entry";

const groups = [
  {
    entries: [
      { id: "home", href: "/provider" },
      { id: "customers", href: "/provider/customers" },
      { id: "invitations", href: "/provider/customers/invitations?state=open" },
    ],
  },
];

test("the entry with the longest beginning of the path is the present one", () => {
  expect(currentEntry("/provider", groups)).toBe("home");
  expect(currentEntry("/provider/customers/42", groups)).toBe("customers");
  expect(currentEntry("/provider/customers/invitations", groups)).toBe("invitations");
});

test("a beginning counts at a slash only", () => {
  expect(currentEntry("/provider/customers-archive", groups)).toBe("home");
  expect(currentEntry("/account", groups)).toBeUndefined();
});
