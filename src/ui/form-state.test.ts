import { expect, test } from "vitest";
import {
  controlId,
  type FormState,
  fieldError,
  fieldErrors,
  idleFormState,
  sentValue,
  sentValues,
} from "./form-state";

const invalid: FormState = {
  status: "invalid",
  summary: "2 fields need attention",
  fields: { name: "Enter a name.", "address.city": "Enter a city." },
  values: { name: "", roles: ["admin", "agent"], email: "a@b.example" },
};
const failed: FormState = {
  status: "failed",
  title: "Not saved",
  message: "Try again.",
  code: "conflict",
  reference: "r1",
  values: { email: "a@b.example" },
};

test("a field finds its own message and no other's", () => {
  expect(fieldError(invalid, "name")).toBe("Enter a name.");
  expect(fieldError(invalid, "email")).toBeUndefined();
  expect(fieldError(failed, "name")).toBeUndefined();
});

test("names that every object knows are no fields", () => {
  expect(fieldError(invalid, "constructor")).toBeUndefined();
  expect(sentValues(invalid, "toString")).toBeUndefined();
});

test("what was sent comes back after a refusal of either kind, also when it was empty", () => {
  expect(sentValue(invalid, "name")).toBe("");
  expect(sentValue(failed, "email")).toBe("a@b.example");
  expect(sentValues(invalid, "roles")).toEqual(["admin", "agent"]);
});

test("nothing comes back where nothing was sent or all is done", () => {
  expect(sentValue(invalid, "password")).toBeUndefined();
  expect(sentValue(idleFormState, "name")).toBeUndefined();
  expect(sentValue({ status: "done" }, "name")).toBeUndefined();
});

test("the summary lists every message in the order of the answer", () => {
  expect(fieldErrors(invalid).map(({ name }) => name)).toEqual(["name", "address.city"]);
  expect(fieldErrors(failed)).toEqual([]);
});

test("a control's id is safe in a fragment whatever the field's name", () => {
  expect(controlId("f1", "address.city[0]")).toBe("f1-address_city_0_");
});
