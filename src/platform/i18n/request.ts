import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { findViewer } from "../auth/viewer";
import { isLocale, type Locale, locales, messagesOf } from "./messages";

/** The first language of an Accept-Language header that the interface speaks. */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", quality] = entry.trim().split(";q=");
      return {
        language: tag.split("-")[0]?.toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLocale) ?? locales[0];
}

/** Language and time zone of a request: the person's own setting, else the browser's language and UTC. */
export default getRequestConfig(async () => {
  const viewer = await findViewer().catch(() => undefined);
  const locale = isLocale(viewer?.language)
    ? viewer.language
    : preferredLocale((await headers()).get("accept-language"));
  return { locale, messages: messagesOf[locale], timeZone: viewer?.timeZone ?? "UTC" };
});
