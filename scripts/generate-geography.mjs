#!/usr/bin/env node
/**
 * Writes src/domain/geography/data/*.json from the tables in prisma/data. Run it after changing a table:
 *   node scripts/generate-geography.mjs          writes the files
 *   node scripts/generate-geography.mjs --check  fails when a file is not what the tables say
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const root = new URL("../", import.meta.url);
const read = (name) => readFileSync(new URL(`prisma/data/${name}`, root), "utf8");
const table = (name) => parse(read(name), { bom: true, columns: true });
const words = (text, separator) => text.split(separator).filter((word) => word !== "");
const orNull = (text) => (text === "" ? null : text);

function buildMarkets() {
  const programme = new Map(table("csp-regions.csv").map((row) => [row.country_iso2, row]));
  const markets = table("markets.csv").map((row) => {
    const inProgramme = programme.get(row.iso2);
    if (inProgramme === undefined) throw new Error(`${row.iso2} has no row in csp-regions.csv`);
    return {
      iso2: row.iso2,
      nameEn: row.name_en,
      nameIt: row.name_it,
      cspRegion: inProgramme.csp_region_code,
      currency: inProgramme.currency,
      isEu: row.eu === "1",
      isEfta: row.efta === "1",
      cultures: words(row.cultures, " "),
      callingCode: orNull(row.calling_code),
      addressFormat: row.address_format,
      requiredFields: words(row.required_fields, " "),
      stateKind: row.state_name_type,
      postalPattern: orNull(row.postal_code_regex),
      postalExample: orNull(row.postal_code_example),
      vatPrefix: orNull(row.vat_prefix),
      registrationLabels: words(inProgramme.registration_id_label, "; "),
      isRegistrationRequired: inProgramme.registration_id_required === "1",
    };
  });
  if (programme.size !== markets.length)
    throw new Error("csp-regions.csv has countries that markets.csv lacks");
  return markets;
}

/** The code stored in an address: the letters of ISO 3166-2, else the short local key, else the Latin name. */
function subdivisionCode(row) {
  const suffix = row.iso_3166_2.split("-")[1] ?? "";
  if (/^[A-Z]+$/.test(suffix)) return suffix;
  return /^[A-Z]{2,3}$/.test(row.key) ? row.key : row.latin_name || row.key;
}

/** The name shown: in Latin letters wherever the table has one. */
function subdivisionName(row) {
  if (row.latin_name !== "") return row.latin_name;
  return /\p{Script=Latin}/u.test(row.name) ? row.name : row.key;
}

/** Only the lists an address is held to: where the country needs the subdivision, and Mexico (S-10). */
function buildSubdivisions() {
  const lists = {};
  for (const row of table("subdivisions.csv")) {
    if (row.state_required !== "1" && row.country_iso2 !== "MX") continue;
    const code = subdivisionCode(row);
    const name = subdivisionName(row);
    const own = [row.key, row.name, row.iso_3166_2, row.iso_3166_2.split("-")[1] ?? ""];
    const aliases = [...new Set(own)].filter((word) => word !== "" && word !== code && word !== name);
    lists[row.country_iso2] ??= [];
    const list = lists[row.country_iso2];
    if (list.some((other) => other.code === code)) throw new Error(`${row.country_iso2} has ${code} twice`);
    list.push({ code, name, aliases, postalPrefix: orNull(row.postal_code_prefix_regex) });
  }
  for (const list of Object.values(lists)) dropAmbiguousAliases(list);
  return lists;
}

/** A local key may be the ISO code of a neighbour (Somalia); the code wins. */
function dropAmbiguousAliases(list) {
  const taken = new Set(list.flatMap((entry) => [entry.code, entry.name]));
  for (const entry of list) entry.aliases = entry.aliases.filter((alias) => !taken.has(alias));
}

function buildVatFormats() {
  return Object.fromEntries(
    table("vat-formats.csv").map((row) => [
      row.country_iso2,
      { prefix: row.vat_prefix, pattern: row.regex_without_prefix, example: row.format_example },
    ]),
  );
}

/** One entry a line, so that a change of the tables reads well in a review. */
function layOut(value) {
  const isList = Array.isArray(value);
  const lines = isList
    ? value.map((entry) => JSON.stringify(entry))
    : Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${JSON.stringify(entry)}`);
  return `${isList ? "[" : "{"}\n${lines.join(",\n")}\n${isList ? "]" : "}"}\n`;
}

const files = {
  "markets.json": buildMarkets(),
  "subdivisions.json": buildSubdivisions(),
  "vat-formats.json": buildVatFormats(),
};
const isCheck = process.argv.includes("--check");
for (const [name, value] of Object.entries(files)) {
  const target = new URL(`src/domain/geography/data/${name}`, root);
  const text = layOut(value);
  if (!isCheck) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    console.error(`${name} is not what prisma/data says. Run: node scripts/generate-geography.mjs`);
    process.exitCode = 1;
  }
}
