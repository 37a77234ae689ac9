import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AccountInfo } from "./account-info";
import { parseAccountInfo } from "./account-info";
import { accountInfoInput } from "./account-info-input";

const context = {
  now: new Date("2026-11-22T23:30:00Z"),
  providerCountry: "IT",
  providerTimeZone: "Europe/Rome",
  barredDomains: { vendor: ["vendor.example"], partner: ["northwind.example", "northwind-it.example"] },
  domainSuffix: "customers.example",
};

const form = {
  companyName: "Rossi Arredi S.r.l.",
  domainPrefix: "RossiArredi",
  address: {
    country: "IT",
    line1: "Via Roma 1",
    line2: "",
    city: "Milano",
    state: "MI",
    postalCode: "20121",
  },
  registrationId: "",
  contact: {
    firstName: "Ada",
    middleName: "",
    lastName: "Rossi",
    email: "Ada@rossi.example",
    phone: "02 1234 5678",
  },
  language: "it",
  culture: "it-IT",
  qualification: "none",
  qualificationCode: "",
  resellerId: "0193a3c4-0000-7000-8000-000000000001",
  agreement: {
    method: "attested",
    isAttested: true,
    acceptedOn: "2026-11-22",
    signatoryFirstName: "Ada",
    signatoryLastName: "Rossi",
    signatoryEmail: "ada@rossi.example",
    signatoryPhone: "",
  },
  tags: [" key account ", "key account", ""],
  createsAdminRelationship: true,
};

type Change = { readonly [Key in keyof typeof form]?: unknown };

function judge(change: Change, given = context) {
  return parseAccountInfo(accountInfoInput.parse({ ...form, ...change }), given);
}

function problemsOf(change: Change, given = context): readonly string[] {
  const result = judge(change, given);
  return result.ok ? [] : result.failure.map((problem) => `${problem.field} ${problem.code}`);
}

function accepted(change: Change): AccountInfo {
  const result = judge(change);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

describe("S-10: account info", () => {
  test("comes out normalised, with the currency and the domain that follow from it", () => {
    expect(accepted({})).toEqual({
      companyName: "Rossi Arredi S.r.l.",
      domain: { prefix: "rossiarredi", domain: "rossiarredi.customers.example" },
      address: {
        country: "IT",
        line1: "Via Roma 1",
        line2: null,
        city: "Milano",
        state: "MI",
        postalCode: "20121",
      },
      currency: "EUR",
      registrationId: null,
      contact: {
        firstName: "Ada",
        middleName: null,
        lastName: "Rossi",
        email: "ada@rossi.example",
        phone: "+390212345678",
      },
      language: "it",
      culture: "it-IT",
      qualification: "none",
      qualificationCode: null,
      resellerId: form.resellerId,
      agreement: {
        method: "attested",
        acceptedOn: "2026-11-22",
        signatoryFirstName: "Ada",
        signatoryLastName: "Rossi",
        signatoryEmail: "ada@rossi.example",
        signatoryPhone: null,
      },
      tags: ["key account"],
      createsAdminRelationship: true,
      warnings: [],
    });
  });

  test("R41: may name no reseller, and R50: may leave the agreement to the customer", () => {
    const value = accepted({ resellerId: null, agreement: { method: "direct" } });
    expect(value.resellerId).toBeNull();
    expect(value.agreement).toEqual({ method: "direct" });
  });

  test("tells every mistake at once, in the order of the form", () => {
    const change = {
      companyName: "-",
      domainPrefix: "rossi-arredi",
      address: { country: "IT", line1: "", city: "", state: "", postalCode: "1" },
      contact: { firstName: "", lastName: "9", email: "x", phone: "abc" },
      language: "xx",
      culture: "it_IT",
      agreement: { ...form.agreement, isAttested: false, acceptedOn: "2026-02-30", signatoryLastName: "" },
    };
    expect(problemsOf(change)).toEqual([
      "companyName company_name.one_character",
      "domainPrefix domain_prefix.format",
      "address.line1 text.required",
      "address.city text.required",
      "address.state address.state.required",
      "address.postalCode address.postal_code.format",
      "contact.firstName text.required",
      "contact.lastName person_name.format",
      "contact.email email.format",
      "contact.phone phone.format",
      "language language.unsupported",
      "culture culture.unsupported",
      "agreement.isAttested agreement.not_attested",
      "agreement.acceptedOn agreement.accepted_on.format",
      "agreement.signatoryLastName text.required",
    ]);
  });

  test("R20: is refused for a country outside the provider's region", () => {
    const address = { ...form.address, country: "US", state: "NY", postalCode: "10001" };
    const contact = { ...form.contact, phone: "+1 425 555 0100" };
    expect(problemsOf({ address, contact })).toEqual(["address.country address.country.other_region"]);
    expect(problemsOf({ address, contact }, { ...context, providerCountry: "US" })).toEqual([]);
  });

  test("an unknown country is told once, without problems that only follow from it", () => {
    expect(problemsOf({ address: { ...form.address, country: "ZZ" } })).toEqual([
      "address.country address.country.unknown",
    ]);
  });

  test("R63: the contact's e-mail is neither at the vendor nor at any verified domain of the partner", () => {
    const at = (email: string) => problemsOf({ contact: { ...form.contact, email } });
    expect(at("ada@vendor.example")).toEqual(["contact.email contact_email.vendor_domain"]);
    expect(at("ada@mail.vendor.example")).toEqual(["contact.email contact_email.vendor_domain"]);
    expect(at("ada@NORTHWIND.example")).toEqual(["contact.email contact_email.partner_domain"]);
    expect(at("ada@northwind-it.example")).toEqual(["contact.email contact_email.partner_domain"]);
    expect(at("ada@mynorthwind.example")).toEqual([]);
  });

  test("R64: registration number (600049) and phone (600051) are mandatory where Appendix E says so", () => {
    const result = judge(
      {
        address: { country: "PL", line1: "1", city: "Warszawa", postalCode: "00-001" },
        contact: { ...form.contact, phone: " " },
      },
      { ...context, providerCountry: "PL" },
    );
    expect(result).toEqual({
      ok: false,
      failure: [
        {
          field: "registrationId",
          code: "registration_id.required",
          params: { number: 600049, label: "TIN" },
        },
        { field: "contact.phone", code: "phone.required", params: { number: 600051 } },
      ],
    });
  });

  test("R64: elsewhere both may be left out", () => {
    const value = accepted({ contact: { ...form.contact, phone: "" } });
    expect([value.registrationId, value.contact.phone]).toEqual([null, null]);
  });

  test.each([
    ["2026-11-23", []],
    ["2026-11-24", ["agreement.acceptedOn agreement.accepted_on.future"]],
    ["23/11/2026", ["agreement.acceptedOn agreement.accepted_on.format"]],
    ["", ["agreement.acceptedOn agreement.accepted_on.required"]],
  ])("R50: accepted on %j when it is already 23 November in Rome: %j", (acceptedOn, expected) => {
    expect(problemsOf({ agreement: { ...form.agreement, acceptedOn } })).toEqual(expected);
  });

  test("R50: it is the provider's calendar that says what is the future", () => {
    const agreement = { ...form.agreement, acceptedOn: "2026-11-23" };
    expect(problemsOf({ agreement }, { ...context, providerTimeZone: "America/New_York" })).toEqual([
      "agreement.acceptedOn agreement.accepted_on.future",
    ]);
  });

  test("R51: an attestation needs its signatory", () => {
    const agreement = { ...form.agreement, signatoryFirstName: " ", signatoryEmail: "" };
    expect(problemsOf({ agreement })).toEqual([
      "agreement.signatoryFirstName text.required",
      "agreement.signatoryEmail email.required",
    ]);
  });

  test.each([
    [{ qualification: "nonprofit" }, ["qualification qualification.read_only"]],
    [{ qualification: "government" }, ["qualificationCode text.required"]],
    [{ qualification: "government", qualificationCode: "GCC-1" }, []],
    [
      { qualification: "education_k12", qualificationCode: "x" },
      ["qualificationCode qualification.code_without_government"],
    ],
    [{ tags: ["x".repeat(51), "ok"] }, ["tags.0 text.too_long"]],
    [{ domainPrefix: "x".repeat(28) }, ["domainPrefix domain_prefix.too_long"]],
    [{ domainPrefix: "x".repeat(27) }, []],
    [{ domainPrefix: "città" }, ["domainPrefix domain_prefix.format"]],
    [{ domainPrefix: " " }, ["domainPrefix domain_prefix.required"]],
    [{ contact: { ...form.contact, firstName: "x".repeat(51) } }, ["contact.firstName text.too_long"]],
    [{ contact: { ...form.contact, lastName: "<b>Rossi</b>" } }, ["contact.lastName person_name.format"]],
  ])("with %j has the problems %j", (change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  test("carries the warnings of R61 and of the address along", () => {
    const value = accepted({ companyName: "rossi.com", address: { ...form.address, postalCode: "00144" } });
    expect(value.warnings.map((warning) => `${warning.field} ${warning.code}`)).toEqual([
      "companyName company_name.looks_like_domain",
      "address.postalCode address.postal_code.elsewhere",
    ]);
  });
});

describe("the shape of account info", () => {
  test.each([
    ["an unknown field", { ...form, id: "x" }],
    ["an unknown field of the address", { ...form, address: { ...form.address, region: "x" } }],
    ["an unknown field of the contact", { ...form, contact: { ...form.contact, role: "admin" } }],
    ["an unknown field of the agreement", { ...form, agreement: { ...form.agreement, status: "accepted" } }],
    [
      "an attestation's field with a direct acceptance",
      { ...form, agreement: { method: "direct", isAttested: true } },
    ],
    ["a prototype", JSON.parse(JSON.stringify(form).replace("{", '{"__proto__":{"x":1},'))],
    ["a list for a text", { ...form, companyName: ["a"] }],
    ["an object for a text", { ...form, companyName: { contains: "" } }],
    ["a missing text", { ...form, companyName: undefined }],
    ["a megabyte of text", { ...form, companyName: "x".repeat(1_000_000) }],
    ["a reseller that is no identifier", { ...form, resellerId: "1 or 1=1" }],
    ["an unknown qualification", { ...form, qualification: "root" }],
    ["too many tags", { ...form, tags: Array.from({ length: 151 }, (_, index) => `t${index}`) }],
    ["nothing", null],
  ])("refuses %s", (_, input) => {
    expect(accountInfoInput.safeParse(input).success).toBe(false);
  });

  test("whatever texts are typed, there is an answer, and an accepted form is accepted again as stored", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ maxLength: 30 }));
    const name = fc.stringMatching(/^[A-Za-zÀ-ÿ]{2,20}$/);
    fc.assert(
      fc.property(
        fc.oneof(text, name),
        fc.oneof(text, name),
        fc.oneof(text, name),
        (company, first, line1) => {
          const contact = { ...form.contact, firstName: first };
          const result = judge({ companyName: company, contact, address: { ...form.address, line1 } });
          expect(result.ok || result.failure.length > 0).toBe(true);
          if (!result.ok) return;
          const again = accepted({
            companyName: result.value.companyName,
            contact: { ...contact, firstName: result.value.contact.firstName },
            address: { ...form.address, line1: result.value.address.line1 },
          });
          expect(again).toEqual(result.value);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
