import { describe, expect, test } from "vitest";
import { organisationKinds, rolesOf } from "#/domain/authorisation/roles";
import { newPasswordSchema } from "#/domain/identity/password";
import { idSchema } from "#/domain/kernel/ids";
import { messagesOf } from "#/platform/i18n/messages";
import accounts from "../demo-accounts.json";
import { demoId } from "./demo-id";
import { organisations } from "./organisations";
import { demoPassword, people } from "./people";
import { customers, partnerships } from "./relationships";
import { subscriptions } from "./subscriptions";

const partnersOf = (kind: string) => organisations.filter((organisation) => organisation.kind === kind);

describe("the demo's story", () => {
  test("has the cast that proofs of isolation need", () => {
    expect(partnersOf("vendor_operator").length).toBe(1);
    expect(partnersOf("indirect_provider").map(({ country }) => country)).toEqual(["IT", "DE", "US"]);
    expect(partnersOf("indirect_reseller").length).toBeGreaterThanOrEqual(4);
    expect(partnersOf("customer").length).toBeGreaterThanOrEqual(6);
    const active = partnerships.filter(({ removedDaysAgo }) => removedDaysAgo === undefined);
    expect(active.filter(({ reseller }) => reseller === "Lario").length).toBe(2);
    expect(partnerships.some(({ reseller }) => reseller === "Dolomia" || reseller === "Quercia")).toBe(false);
    expect(partnerships.length).toBeGreaterThan(active.length);
    const joint = customers.filter(({ tenant }) => tenant === "Meridiana");
    expect(new Set(joint.map(({ provider }) => provider)).size).toBe(2);
    expect(new Set(joint.map(({ reseller }) => reseller)).size).toBe(2);
    expect(customers.some(({ reseller }) => reseller === null)).toBe(true);
  });

  test("gives each organisation a word that no other's names carry", () => {
    for (const { canary, companyName, primaryDomain } of organisations) {
      const word = canary.toLowerCase();
      expect(`${companyName} ${primaryDomain}`.toLowerCase()).toContain(word);
      const others = organisations.filter((other) => other.canary !== canary);
      expect(JSON.stringify(others).toLowerCase()).not.toContain(word);
    }
    const names = people
      .map(({ firstName, lastName }) => `${firstName} ${lastName}`)
      .join(" ")
      .toLowerCase();
    for (const { canary } of organisations) expect(names).not.toContain(canary.toLowerCase());
  });

  test.each(organisationKinds)("has somebody in every role of a %s", (kind) => {
    const held = new Set(
      people
        .filter(({ organisation }) => partnersOf(kind).some(({ canary }) => canary === organisation))
        .flatMap(({ roles }) => roles),
    );
    expect(rolesOf[kind].filter((role) => !held.has(role))).toEqual([]);
  });

  test("has people with names, one sign-in name each, one of them without a role and one in two organisations", () => {
    expect(people.every(({ firstName, lastName }) => firstName !== "" && lastName !== "")).toBe(true);
    expect(new Set(people.map(({ signInName }) => signInName)).size).toBe(people.length);
    expect(people.filter(({ roles }) => roles.length === 0).length).toBe(1);
    expect(people.filter(({ also }) => also !== undefined).length).toBe(1);
  });

  test("shows subscriptions in several states, with seats inside and outside their window", () => {
    const states = new Set(subscriptions.map(({ status }) => status ?? "active"));
    expect([...states].sort()).toEqual(["active", "deleted", "expired", "suspended"]);
    expect(subscriptions.some(({ added }) => added !== undefined && added.daysAgo < 7)).toBe(true);
    expect(subscriptions.some(({ supportContact }) => supportContact !== undefined)).toBe(true);
    expect(subscriptions.some(({ resellerOfRecord }) => resellerOfRecord === undefined)).toBe(true);
  });

  test("lists accounts that are there, with their password and role", () => {
    for (const { email, password, organisation, role } of accounts) {
      expect(password).toBe(demoPassword);
      const person = people.find(({ signInName }) => signInName === email);
      const roles = person?.roles.map((held) => messagesOf.en.roles[held]);
      expect(roles).toEqual([role]);
      const home = organisations.find(({ canary }) => canary === person?.organisation);
      expect(organisation.startsWith(home?.companyName ?? "?")).toBe(true);
    }
  });

  test("keeps to the portal's own rules for passwords and ids", () => {
    expect(newPasswordSchema.safeParse(demoPassword).success).toBe(true);
    for (const { canary } of organisations) {
      const id = demoId("organisation", canary);
      expect(idSchema.safeParse(id)).toEqual({ success: true, data: id });
    }
    expect(demoId("a", "b")).toBe(demoId("a", "b"));
  });
});
