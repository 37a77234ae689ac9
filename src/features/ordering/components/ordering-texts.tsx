import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the browser the words of ordering and no others. */
export async function OrderingTexts({ children }: { readonly children: ReactNode }) {
  const { ordering } = await getMessages();
  return <NextIntlClientProvider messages={{ ordering }}>{children}</NextIntlClientProvider>;
}
