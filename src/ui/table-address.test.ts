import { expect, test } from "vitest";
import { carriedParams, clearedHref, isFiltered, sortDirection, sortHref, tableHref } from "./table-address";

const query = {
  path: "/customers",
  params: { q: "a b", sort: "-name", status: "active", after: "CURSOR", tab: "all" },
};
const filters = [{ param: "status", label: "Status", allLabel: "Any", options: [] }];

test("a change of order or filter leaves the cursor behind", () => {
  expect(tableHref(query, { sort: "name" })).toBe("/customers?q=a+b&sort=name&status=active&tab=all");
});

test("turning a page keeps everything else and holds one cursor only", () => {
  expect(tableHref(query, { before: "B=" })).toBe(
    "/customers?before=B%3D&q=a+b&sort=-name&status=active&tab=all",
  );
});

test("null and the empty text remove a parameter, and nothing left means no question mark", () => {
  expect(tableHref({ path: "/x", params: { q: "1" } }, { q: null })).toBe("/x");
  expect(tableHref({ path: "/x", params: { q: "1" } }, { q: "" })).toBe("/x");
});

test("a column sorts upwards first and then turns round", () => {
  expect(sortDirection(query, "name")).toBe("descending");
  expect(sortDirection(query, "country")).toBeUndefined();
  expect(sortHref({ path: "/x", params: {} }, "name")).toBe("/x?sort=name");
  expect(sortHref({ path: "/x", params: { sort: "name" } }, "name")).toBe("/x?sort=-name");
  expect(sortHref({ path: "/x", params: { sort: "-name" } }, "name")).toBe("/x?sort=name");
});

test("clearing removes search and filters but not order or tab", () => {
  expect(clearedHref(query, filters)).toBe("/customers?sort=-name&tab=all");
});

test("a list counts as filtered by search or by a filter, not by its order", () => {
  expect(isFiltered(query, filters)).toBe(true);
  expect(isFiltered({ path: "/x", params: { sort: "name", after: "c" } }, filters)).toBe(false);
});

test("the search form carries what it has no control for, and no cursor", () => {
  expect(carriedParams(query, filters)).toEqual([
    ["sort", "-name"],
    ["tab", "all"],
  ]);
});
