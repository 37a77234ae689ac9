import { describe, expect, test } from "vitest";
import { changeSubscription } from "#/domain/subscription/operations/change-subscription";
import { changeInput } from "./change-input";

const id = "01900000-0000-7000-8000-000000000001";
const sent = {
  subscriptionId: id,
  version: "3",
  friendlyName: "Mail",
  quantity: " 12 ",
  supportContactId: id,
};

describe("the form of a subscription", () => {
  test.each([
    [{ reseller: "" }, undefined],
    [{ reseller: "none" }, null],
    [{ reseller: "0012345" }, "0012345"],
    [{ reseller: "0012345", resellerPartnerId: "99" }, "0012345"],
    [{ reseller: "other", resellerPartnerId: " 12345 " }, "12345"],
    [{}, undefined],
  ])("%j asks for the reseller %j", (values, expected) => {
    expect(changeInput({ ...sent, ...values })).toEqual({
      subscriptionId: id,
      version: 3,
      friendlyName: "Mail",
      quantity: 12,
      supportContactId: id,
      resellerPartnerId: expected,
    });
  });

  test("fields that are not sent stay as they are", () => {
    expect(changeInput({ subscriptionId: id, version: "1" })).toMatchObject({
      friendlyName: undefined,
      quantity: undefined,
      resellerPartnerId: undefined,
      supportContactId: undefined,
    });
  });

  test.each(["", "1.5", "ten", "1e3", "0x10", "99999999999", "٣"])(
    "%j is no number, for the operation to refuse",
    (quantity) => {
      expect(changeInput({ ...sent, quantity }).quantity).toBeNaN();
      expect(changeSubscription.input.safeParse(changeInput({ ...sent, quantity })).success).toBe(true);
    },
  );
});
