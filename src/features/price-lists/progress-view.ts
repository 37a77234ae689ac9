import { createTranslator } from "next-intl";
import type { ImportStatus } from "#/domain/catalogue/model";
import type { ImportStanding } from "#/domain/catalogue/queries/read-import-progress";
import { type Locale, messagesOf } from "#/platform/i18n/messages";

/** How far an import is, ready to be shown. */
export type ProgressView = {
  readonly status: ImportStatus;
  readonly label: string;
  readonly detail: string;
  /** Read bytes of all, from 0 to 100; absent while it waits and while it is published. */
  readonly percent?: number;
};

/** Where an import stands, in words and as a share. */
export function progressView(standing: ImportStanding, locale: Locale): ProgressView {
  const t = createTranslator({ locale, messages: messagesOf[locale], namespace: "priceLists.detail" });
  const { status, bytesRead, bytesTotal, rowsRead } = standing;
  if (status === "queued") return { status, label: t("waiting"), detail: t("waitingDetail") };
  const percent = bytesTotal === 0 ? 0 : Math.floor((bytesRead / bytesTotal) * 100);
  const detail = t("progress", { rows: rowsRead, percent });
  if (percent >= 100) return { status, label: t("finishing"), detail };
  return { status, label: t("reading"), detail, percent };
}
