import type { SubscriptionChange, SubscriptionValues } from "./rules";

/** What kind of change one line of a subscription's history tells. */
export type ChangeKind = "quantity" | "nickname" | "reseller_of_record" | "support_contact";

/** One line of the history: the value before and after, in the words of the moment it happened. */
export type HistoryEntry = {
  readonly kind: ChangeKind;
  readonly before: Readonly<Record<string, string | number | null>>;
  readonly after: Readonly<Record<string, string | number | null>>;
};

type Told = (values: SubscriptionValues) => HistoryEntry["before"];

const tellers: Readonly<Partial<Record<keyof SubscriptionValues, readonly [ChangeKind, Told]>>> = {
  quantity: ["quantity", ({ quantity }) => ({ quantity })],
  friendlyName: ["nickname", ({ friendlyName }) => ({ friendlyName })],
  resellerOfRecordPartnerId: [
    "reseller_of_record",
    (values) => ({ name: values.resellerOfRecordName, partnerId: values.resellerOfRecordPartnerId }),
  ],
  supportContactId: ["support_contact", ({ supportContactName }) => ({ name: supportContactName })],
};

/** The lines a change adds to the history, one for each value that differs. Names stay as they were when it happened. */
export function historyOf(
  before: SubscriptionValues,
  { values, changed }: SubscriptionChange,
): readonly HistoryEntry[] {
  return changed.flatMap((name) => {
    const teller = tellers[name];
    if (!teller) return [];
    const [kind, told] = teller;
    return [{ kind, before: told(before), after: told(values) }];
  });
}
