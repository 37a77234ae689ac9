import { randomUUID } from "node:crypto";
import { encodeCursor } from "#/db/keyset";
import { actionBody, actionHeaders, actionId } from "./action-call";
import type { Workload } from "./load";
import { type BenchSize, seededId } from "./seed";

/** What the workloads need to know of the run. */
export type BenchRun = {
  readonly size: BenchSize;
  readonly portal: { readonly origin: string; readonly cookie: string; readonly buildFolder: string };
  readonly floor: { readonly cookie: string };
  /** The row at which page 1,000 begins. */
  readonly deep: { readonly sort: string; readonly id: string };
};

type Pair = { readonly portal: Workload; readonly floor: Workload };

const get =
  (path: (n: number) => string, cookie: string): Workload["request"] =>
  (n) => ({ path: path(n), method: "GET", headers: { cookie } });

/** A customer of the portal and one of the floor never meet: even numbers for one, odd ones for the other. */
function customerNumber(n: number, { customers }: BenchSize, odd: number): number {
  return (((n * 7_919) % Math.floor(customers / 2)) * 2 + odd) % customers;
}

/** W1 to W6, each through the portal and on the floor. */
export function workloads(run: BenchRun): Readonly<Record<"W1" | "W2" | "W3" | "W4" | "W5" | "W6", Pair>> {
  const { portal, floor, size, deep } = run;
  const resellerOf = (n: number) => seededId("reseller", (n * 31) % size.resellers);
  const words = ["bakery", "harbour", "textiles", "opt", "granite clinic"];
  const page = (name: string, path: (n: number) => string, holds: RegExp): Workload => ({
    name: `${name} portal`,
    request: get(path, portal.cookie),
    expect: (status, body) => status === 200 && holds.test(body),
  });
  const bare = (name: string, path: (n: number) => string): Workload => ({
    name: `${name} floor`,
    request: get(path, floor.cookie),
    expect: (status) => status === 200,
  });
  const submit = (
    action: string,
    path: (n: number) => string,
    fields: (n: number) => Record<string, string>,
  ): Workload["request"] => {
    const id = actionId(portal.buildFolder, action);
    return (n) => ({
      path: path(n),
      method: "POST",
      headers: { ...actionHeaders(id, portal.origin), cookie: portal.cookie },
      body: actionBody({ ...fields(n), idempotencyKey: randomUUID() }),
    });
  };
  const after = encodeCursor({ direction: "next", ...deep }, { words: "", partner: "all" });
  const subscriptionNumber = (n: number, odd: number) =>
    ((n * 104_729) % Math.floor(size.subscriptions / 2)) * 2 + odd;
  const lines = [1, 2, 3].map((product) => ({
    productId: `BENCHPRODUCT${product}`,
    skuId: "0001",
    termDuration: "P1Y",
    billingCycle: "monthly",
    quantity: 1,
    shownUnitPriceMinor: null,
  }));
  const isDone = (status: number, body: string) => status === 200 && body.includes('"status":"done"');
  return {
    W1: {
      portal: page(
        "W1 reseller's customers",
        (n) => `/provider/customers?reseller=${resellerOf(n)}`,
        /onmicrosoft\.example/,
      ),
      floor: bare("W1", (n) => `/w1?reseller=${resellerOf(n)}`),
    },
    W2: {
      portal: page(
        "W2 search",
        (n) =>
          `/provider/customers?reseller=${resellerOf(n % 150)}&q=${encodeURIComponent(words[n % 5] ?? "")}`,
        /./,
      ),
      floor: bare(
        "W2",
        (n) => `/w2?reseller=${resellerOf(n % 150)}&q=${encodeURIComponent(words[n % 5] ?? "")}`,
      ),
    },
    W3: {
      portal: page("W3 page 1,000", () => `/provider/customers?after=${after}`, /onmicrosoft\.example/),
      floor: bare("W3", () => `/w3?sort=${encodeURIComponent(deep.sort)}&id=${deep.id}`),
    },
    W4: {
      portal: page(
        "W4 one customer",
        (n) => `/provider/customers/${seededId("customer", (n * 97) % size.customers)}`,
        /Bench product/,
      ),
      floor: bare("W4", (n) => `/w4?customer=${seededId("customer", (n * 97) % size.customers)}`),
    },
    W5: {
      portal: {
        name: "W5 order of three",
        request: submit(
          "placeOrderAction",
          (n) => `/provider/customers/${seededId("customer", customerNumber(n, size, 0))}/subscriptions/new`,
          (n) => ({
            payload: JSON.stringify({
              customerId: seededId("customer", customerNumber(n, size, 0)),
              resellerId: null,
              lines,
              attested: true,
            }),
          }),
        ),
        expect: isDone,
      },
      floor: bare("W5", (n) => `/w5?customer=${seededId("customer", customerNumber(n, size, 1))}`),
    },
    W6: {
      portal: {
        name: "W6 seat change",
        request: submit(
          "changeSubscriptionAction",
          (n) => {
            const number = subscriptionNumber(n, 0);
            return `/provider/customers/${seededId("customer", 0)}/subscriptions/${seededId("subscription", number)}`;
          },
          (n) => ({
            subscriptionId: seededId("subscription", subscriptionNumber(n, 0)),
            version: "1",
            quantity: "11",
          }),
        ),
        expect: isDone,
      },
      floor: bare(
        "W6",
        (n) =>
          `/w6?subscription=${seededId("subscription", subscriptionNumber(n, 1))}&quantity=${11 + (n % 50)}`,
      ),
    },
  };
}
