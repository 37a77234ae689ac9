import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { cspRegionCodes, cspRegionNames, isCspRegion } from "./csp-region";
import { listMarketOptions } from "./market-options";
import { areInSameRegion, findMarket, markets, supportedCultures, supportedLanguages } from "./markets";
import { listSubdivisions } from "./subdivisions";

/** Appendix E as printed: region, currency, countries; a currency in brackets is that country's own. */
const appendixE: Readonly<Record<string, readonly [currency: string, countries: string]>> = {
  AFR: [
    "USD",
    "AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ GQ ER ET PF GA GM GH GN GW KE LR MG MW ML MU YT NA NC NE NG RE RW ST SN SC SL SO SS SH TZ TG UG ZM",
  ],
  APAC: ["USD", "BD BT BN KH HK ID LA MO MY MV MM NP PH SG LK TH TL VN"],
  AU: ["AUD", "AU CX CC CK FJ TF GU HM KI MH FM NR NU NF MP PW PG PN SB TK TO TV WF"],
  BR: ["USD", "BR"],
  CA: ["CAD", "CA PM"],
  EUR: [
    "EUR",
    "AX AD AT BE BV BG HR CY CZ DK(DKK) EE FO FI FR DE GI(GBP) GR GL GG(GBP) HU IS IE IM(GBP) IT JE(GBP) LV LI LT LU MT MC NL NO(NOK) PL PT RO SM SK SI ES SJ(NOK) SE(SEK) CH(CHF) GB(GBP) VA",
  ],
  IN: ["INR", "IN"],
  JP: ["JPY", "JP"],
  KR: ["KRW", "KR"],
  LATAM: [
    "USD",
    "AI AQ AG AR AW BS BB BZ BM BO BQ VG KY CL CO CR CW DM DO EC SV FK GF GD GP GT GY HT HN JM MQ MX MS NI PA PY PE PR BL KN LC MF VC SX GS SR TT TC UY VE VI",
  ],
  MECEE: [
    "USD",
    "AF AL DZ AM AZ BH BY BA IO EG GE IQ IL JO KZ XK KW KG LB LS LY MK MR MD MN ME MA MZ OM PK PS QA SA RS ZA SZ TJ TN TR TM UA AE UZ YE ZW",
  ],
  NZ: ["NZD", "AS NZ WS VU"],
  RU: ["RUB", "RU"],
  TW: ["TWD", "TW"],
  US: ["USD", "US UM"],
};

const printed = Object.entries(appendixE).flatMap(([region, [currency, countries]]) =>
  countries.split(" ").map((entry) => {
    const [, iso2 = "", own] = /^([A-Z]{2})(?:\(([A-Z]{3})\))?$/.exec(entry) ?? [];
    return { iso2, region, currency: own ?? currency };
  }),
);

describe("the markets", () => {
  test("are the countries of Appendix E and China, each in its printed region", () => {
    const regions = Object.fromEntries(markets.map((market) => [market.iso2, market.cspRegion]));
    const expected = Object.fromEntries(printed.map(({ iso2, region }) => [iso2, region]));
    expect(printed).toHaveLength(243);
    expect(regions).toEqual({ ...expected, CN: "CN" });
  });

  test("are billed in the printed currency, and in BRL in Brazil, where new commerce is", () => {
    const currencies = Object.fromEntries(markets.map((market) => [market.iso2, market.currency]));
    const expected = Object.fromEntries(printed.map(({ iso2, currency }) => [iso2, currency]));
    expect(currencies).toEqual({ ...expected, BR: "BRL", CN: "CNY" });
  });

  test("R64: are 24 where registration number and phone are mandatory, each with the number's name", () => {
    const mandatory = markets.filter((market) => market.isRegistrationRequired);
    const codes = "AE AM AZ BR BY HU IN IQ KG KZ MD MM PL RU SA SS TH TJ TR UA UZ VE VN ZA";
    expect(mandatory.map((market) => market.iso2).join(" ")).toBe(codes);
    expect(mandatory.every((market) => market.registrationLabels.length > 0)).toBe(true);
  });

  test("have an example that fits their postal code pattern wherever they have one", () => {
    const withPattern = markets.filter((market) => market.postalPattern !== null);
    expect(withPattern.length).toBeGreaterThan(150);
    expect(withPattern.filter((m) => !m.postalPattern?.test(m.postalExample ?? ""))).toEqual([]);
    expect(markets.filter((m) => m.isPostalCodeRequired && m.postalPattern === null)).toEqual([]);
  });

  test("count 27 in the European Union and four in EFTA", () => {
    expect(markets.filter((market) => market.isEu)).toHaveLength(27);
    expect(markets.filter((market) => market.isEfta).map((market) => market.iso2)).toEqual([
      "CH",
      "IS",
      "LI",
      "NO",
    ]);
  });

  test("offer cultures that are well-formed and languages that follow from them", () => {
    expect(supportedCultures.map((culture) => Intl.getCanonicalLocales(culture)[0])).toEqual(
      supportedCultures,
    );
    expect(supportedLanguages).toEqual(expect.arrayContaining(["de", "en", "fr", "it"]));
    expect(findMarket("CH")?.cultures).toEqual(["de-CH", "fr-CH", "it-CH", "en-US"]);
  });

  test("are what the tables in prisma/data say", () => {
    const check = spawnSync(process.execPath, ["scripts/generate-geography.mjs", "--check"], {
      encoding: "utf8",
    });
    expect(check.stderr).toBe("");
    expect(check.status).toBe(0);
  });
});

describe("R20: the same region", () => {
  test.each([
    ["IT", "FR", true],
    ["IT", "CH", true],
    ["IT", "GB", true],
    ["US", "UM", true],
    ["CA", "PM", true],
    ["IT", "US", false],
    ["US", "CA", false],
    ["IT", "TR", false],
    ["CN", "TW", false],
    ["IT", "ZZ", false],
    ["ZZ", "ZZ", false],
  ])("of %s and %s: %s", (a, b, expected) => {
    expect(areInSameRegion(a, b)).toBe(expected);
    expect(areInSameRegion(b, a)).toBe(expected);
  });

  test("every region has names in both languages and at least one market", () => {
    for (const code of cspRegionCodes) {
      expect(cspRegionNames[code].en && cspRegionNames[code].it).toBeTruthy();
      expect(markets.some((market) => market.cspRegion === code)).toBe(true);
    }
    expect(isCspRegion("EU")).toBe(false);
  });
});

describe("the choices of a country field", () => {
  test("are all markets, sorted as the reader's language sorts", () => {
    const english = listMarketOptions("en").map((option) => option.name);
    const italian = listMarketOptions("it").map((option) => option.name);
    expect(english).toHaveLength(markets.length);
    expect(english.slice(0, 3)).toEqual(["Afghanistan", "Åland Islands", "Albania"]);
    expect(italian).toContain("Città del Vaticano");
    expect(italian.indexOf("Germania")).toBeLessThan(italian.indexOf("Italia"));
  });

  test("are those of one region when a region is given", () => {
    const codes = listMarketOptions("it", "US").map((option) => option.iso2);
    expect([...codes].sort()).toEqual(["UM", "US"]);
  });
});

describe("the subdivisions", () => {
  test("are listed for the United States, Canada, China, Mexico and Italy", () => {
    const counts = ["US", "CA", "CN", "MX", "IT"].map((country) => listSubdivisions(country).length);
    expect(counts).toEqual([62, 13, 34, 32, 111]);
    expect(listSubdivisions("IT").every((entry) => /^[A-Z]{2}$/.test(entry.code))).toBe(true);
    expect(listSubdivisions("US").every((entry) => /^[A-Z]{2}$/.test(entry.code))).toBe(true);
  });

  test("are not forced on countries that do without them", () => {
    expect(listSubdivisions("DE")).toEqual([]);
    expect(listSubdivisions("TH")).toEqual([]);
  });
});
