import customersEn from "#/features/customers/messages/en.json";
import customersIt from "#/features/customers/messages/it.json";
import homeEn from "#/features/home/messages/en.json";
import homeIt from "#/features/home/messages/it.json";
import identityEn from "#/features/identity/messages/en.json";
import identityIt from "#/features/identity/messages/it.json";
import orderingEn from "#/features/ordering/messages/en.json";
import orderingIt from "#/features/ordering/messages/it.json";
import partnershipsEn from "#/features/partnerships/messages/en.json";
import partnershipsIt from "#/features/partnerships/messages/it.json";
import priceListsEn from "#/features/price-lists/messages/en.json";
import priceListsIt from "#/features/price-lists/messages/it.json";
import subscriptionsEn from "#/features/subscriptions/messages/en.json";
import subscriptionsIt from "#/features/subscriptions/messages/it.json";
import mailEn from "../mail/messages/en.json";
import mailIt from "../mail/messages/it.json";
import platformEn from "./messages/en.json";
import platformIt from "./messages/it.json";

/** The languages of the interface; the first is the one that is there when nothing else fits. */
export const locales = ["en", "it"] as const;
export type Locale = (typeof locales)[number];

/**
 * Every text of the interface. Each slice owns one name at the top; problems of fields and failures of operations live
 * under the slice that raises them (`<slice>.problems`, `<slice>.failures`), the general ones under the platform's.
 */
const english = {
  ...platformEn,
  customers: customersEn,
  home: homeEn,
  identity: identityEn,
  mail: mailEn,
  ordering: orderingEn,
  partnerships: partnershipsEn,
  priceLists: priceListsEn,
  subscriptions: subscriptionsEn,
};

/** The shape of all texts; English is the reference, a test holds Italian to it. */
export type Messages = typeof english;

const italian = {
  ...platformIt,
  customers: customersIt,
  home: homeIt,
  identity: identityIt,
  mail: mailIt,
  ordering: orderingIt,
  partnerships: partnershipsIt,
  priceLists: priceListsIt,
  subscriptions: subscriptionsIt,
} as unknown as Messages;

/** The texts by language. */
export const messagesOf: Readonly<Record<Locale, Messages>> = { en: english, it: italian };

/** Whether a text names one of the interface's languages. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
