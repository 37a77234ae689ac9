import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { type CatalogueItem, searchCatalogue } from "#/domain/ordering/queries/search-catalogue";
import { runQuery } from "#/platform/run-query";
import { anIndirectProvider } from "../../support/builders";
import { anOffer } from "../../support/ordering-builders";
import { queryAs, refusalCodeIn, valueIn } from "../../support/run";
import { uniqueWord } from "../../support/unique";
import { statementsOf } from "./counted-statements";
import { aStory } from "./story";

type Search = Omit<z.input<typeof searchCatalogue.input>, "buyer">;

async function found(
  person: Parameters<typeof queryAs>[0],
  buyer: { readonly customerId: string } | { readonly country: string; readonly segment?: "education" },
  search: Search = {},
) {
  return valueIn(await queryAs(person, searchCatalogue, { buyer, ...search }));
}

const titles = (items: readonly CatalogueItem[]) => items.map((item) => item.skuTitle);

describe("the catalogue of a customer", () => {
  test("span 197, 214: shows product, SKU, seats, and every term and billing with its price", async () => {
    const { customer, orderer } = await aStory();
    const offer = await anOffer({
      minimumQuantity: 5,
      maximumQuantity: 60,
      prices: [
        { termDuration: "P1Y", billingCycle: "monthly", unitPriceMinor: 4738n },
        { termDuration: "P1Y", billingCycle: "annual", unitPriceMinor: 4512n },
        { termDuration: "P1M", billingCycle: "monthly", unitPriceMinor: 451n },
      ],
    });
    const page = await found(orderer, { customerId: customer.id }, { text: offer.title });
    expect(page).toMatchObject({ currency: "EUR", market: "IT", next: null, previous: null });
    expect(page.items).toEqual([
      {
        productId: offer.productId,
        skuId: "0001",
        productTitle: offer.title,
        skuTitle: offer.title,
        description: "",
        publisher: "Example Publisher",
        segment: "Commercial",
        kind: "base",
        minimumQuantity: 5,
        maximumQuantity: 60,
        isOpen: true,
        choices: [
          { termDuration: "P1M", billingCycle: "monthly", unitPriceMinor: 451 },
          { termDuration: "P1Y", billingCycle: "monthly", unitPriceMinor: 4738 },
          { termDuration: "P1Y", billingCycle: "annual", unitPriceMinor: 4512 },
        ],
      },
    ]);
  });

  test("finds any part of a title or id, all words of a search, in any case, and takes wildcards as text", async () => {
    const { customer, orderer } = await aStory();
    const word = uniqueWord();
    const plan = await anOffer({ title: `Plan ${word} 100% Business` });
    const search = async (text: string) =>
      (await found(orderer, { customerId: customer.id }, { text })).items.map((item) => item.productId);
    for (const text of [
      word,
      word.slice(2, 6) + word.slice(6),
      `BUSINESS ${word}`,
      plan.productId,
      `100% ${word}`,
    ]) {
      expect(await search(text)).toEqual([plan.productId]);
    }
    for (const text of [`${word} education`, `${word}%Business`, `${word}_100`, `${word}\u0000`, "\u202e"]) {
      expect(await search(text)).toEqual([]);
    }
  });

  test("filters by segment, term, billing, publisher and kind", async () => {
    const { customer, orderer } = await aStory();
    const text = uniqueWord();
    const year = await anOffer({ title: `${text} A`, publisher: `${text} Press` });
    const month = await anOffer({ title: `${text} B`, prices: [{ termDuration: "P1M" }] });
    const school = await anOffer({
      title: `${text} C`,
      prices: [{ segment: "Education", billingCycle: "annual" }],
    });
    const trial = await anOffer({ title: `${text} D`, isTrial: true });
    const addOn = await anOffer({ title: `${text} Add-on` });
    const search = async (filters: Search) =>
      titles((await found(orderer, { customerId: customer.id }, { text, ...filters })).items);
    expect(await search({})).toEqual([year, month, school, trial, addOn].map(({ title }) => title).sort());
    expect(await search({ segment: "Education" })).toEqual([school.title]);
    expect(await search({ termDuration: "P1M" })).toEqual([month.title]);
    expect(await search({ billingCycle: "annual" })).toEqual([school.title]);
    expect(await search({ publisher: `${text} Press` })).toEqual([year.title]);
    expect(await search({ kind: "trial" })).toEqual([trial.title]);
    expect(await search({ kind: "add_on" })).toEqual([addOn.title]);
    expect(await search({ kind: "base" })).toEqual([year.title, month.title, school.title]);
  });

  test("R93: marks what the customer's qualification does not open", async () => {
    const { orderer } = await aStory();
    const school = await anOffer({ prices: [{ segment: "Education" }] });
    const [closed] = (await found(orderer, { country: "IT" }, { text: school.title })).items;
    const [open] = (await found(orderer, { country: "IT", segment: "education" }, { text: school.title }))
      .items;
    expect([closed?.isOpen, open?.isOpen]).toEqual([false, true]);
  });

  test("R137: shows the price in force now: not a later one, not an ended one, and the newest of two that overlap", async () => {
    const { customer, orderer } = await aStory();
    const day = 86_400_000;
    const at = (days: number) => new Date(Date.now() + days * day);
    const offer = await anOffer({
      prices: [
        { unitPriceMinor: 100n, effectiveFrom: at(-90), effectiveTo: at(-60) },
        { unitPriceMinor: 200n, effectiveFrom: at(-60) },
        { unitPriceMinor: 300n, effectiveFrom: at(-30) },
        { unitPriceMinor: 400n, effectiveFrom: at(30) },
      ],
    });
    const ended = await anOffer({ prices: [{ effectiveFrom: at(-90), effectiveTo: at(-60) }] });
    const { items } = await found(orderer, { customerId: customer.id }, { text: offer.title });
    expect(items[0]?.choices.map((choice) => choice.unitPriceMinor)).toEqual([300]);
    expect((await found(orderer, { customerId: customer.id }, { text: ended.title })).items).toEqual([]);
  });

  test("pages by key in both directions, without a gap or a repeat", async () => {
    const { customer, orderer } = await aStory();
    const text = uniqueWord();
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        anOffer({ title: `${text} ${String(index).padStart(2, "0")}` }),
      ),
    );
    const first = await found(orderer, { customerId: customer.id }, { text });
    const second = await found(orderer, { customerId: customer.id }, { text, after: first.next ?? "" });
    const third = await found(orderer, { customerId: customer.id }, { text, after: second.next ?? "" });
    expect([first, second, third].map((page) => page.items.length)).toEqual([25, 25, 10]);
    expect(new Set([first, second, third].flatMap((page) => titles(page.items))).size).toBe(60);
    expect([first.previous, third.next]).toEqual([null, null]);
    const back = await found(orderer, { customerId: customer.id }, { text, before: third.previous ?? "" });
    expect(titles(back.items)).toEqual(titles(second.items));
    const other = await found(
      orderer,
      { customerId: customer.id },
      { text, kind: "base", after: first.next ?? "" },
    );
    expect(titles(other.items)).toEqual(titles(first.items));
  });
});

describe("the price list that counts", () => {
  test("R20: is the customer's own market's; a SKU that is not in it is not sold there", async () => {
    const { orderer } = await aStory();
    const both = await anOffer({
      prices: [
        { market: "PT", unitPriceMinor: 111n },
        { market: "IT", unitPriceMinor: 222n },
      ],
    });
    const elsewhere = await anOffer({ prices: [{ market: "IT" }] });
    const page = await found(orderer, { country: "PT" }, { text: both.title });
    expect(page.market).toBe("PT");
    expect(page.items[0]?.choices[0]?.unitPriceMinor).toBe(111);
    expect((await found(orderer, { country: "PT" }, { text: elsewhere.title })).items).toEqual([]);
  });

  test("is the provider's where the customer's market has none, then the first of the region, always in the customer's currency", async () => {
    const { orderer } = await aStory();
    const inFrancs = await anOffer({ prices: [{ currency: "CHF", unitPriceMinor: 900n }] });
    const swiss = await found(orderer, { country: "CH" }, { text: inFrancs.title });
    expect(swiss).toMatchObject({ market: "IT", currency: "CHF" });
    expect(swiss.items[0]?.choices[0]?.unitPriceMinor).toBe(900);
    await anOffer({ prices: [{ market: "SE", currency: "GBP" }] });
    await anOffer({ prices: [{ market: "IE", currency: "GBP" }] });
    expect(await found(orderer, { country: "GB" })).toMatchObject({ market: "IE", currency: "GBP" });
  });

  test("is none when no list of the region has the currency, and another region's list never counts", async () => {
    const japanese = await anIndirectProvider().inCountry("JP").create();
    await anOffer({ prices: [{ market: "IT", currency: "JPY" }] });
    expect(await found(japanese.admin, { country: "JP" })).toMatchObject({ market: null, items: [] });
  });
});

describe("nobody else sees prices", () => {
  test("R4, R90: resellers and customers cannot open the catalogue, nor can a provider for another's customer", async () => {
    const { customer, reseller } = await aStory();
    const buyer = { customerId: customer.id };
    for (const person of [reseller.admin, customer.tenant.admin]) {
      expect(refusalCodeIn(await queryAs(person, searchCatalogue, { buyer }))).toBe(
        "access.organisation_kind",
      );
    }
    const stranger = await anIndirectProvider().create();
    expect(refusalCodeIn(await queryAs(stranger.admin, searchCatalogue, { buyer }))).toBe("not_found");
  });

  test("A26: a helpdesk agent of the provider sees offers without prices", async () => {
    const { provider, customer, offer } = await aStory();
    const page = await found(
      provider.as("helpdesk_agent"),
      { customerId: customer.id },
      { text: offer.title },
    );
    expect(page.items[0]?.choices).toEqual([
      { termDuration: "P1Y", billingCycle: "monthly", unitPriceMinor: null },
    ]);
  });

  test("a page costs one statement beside opening and committing", async () => {
    const { customer, orderer } = await aStory();
    const context = { correlationId: "statements", source: "page" } as const;
    const seen = await statementsOf((host) =>
      runQuery(
        searchCatalogue,
        orderer,
        { buyer: { customerId: customer.id }, text: "suite" },
        context,
        host,
      ),
    );
    expect(seen).toHaveLength(3);
  });
});
