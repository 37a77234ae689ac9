import "server-only";
import { getTranslations } from "next-intl/server";
import { showInstant } from "#/platform/i18n/format";
import type { Locale } from "#/platform/i18n/messages";

/** An instant in running text: in UTC, and in the reader's own time where that is another (G22). */
export async function instantTexts(
  locale: Locale,
  timeZone: string | null,
): Promise<(instant: Date) => string> {
  const t = await getTranslations("common");
  const zone = timeZone ?? "UTC";
  return (instant) => {
    const { utc, local } = showInstant(instant, locale, zone);
    return utc === `${local} UTC` ? utc : `${utc} (${local} ${t("yourTime")})`;
  };
}
