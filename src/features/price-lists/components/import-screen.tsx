import { getLocale, getTranslations } from "next-intl/server";
import type { ImportDetail } from "#/domain/catalogue/queries/read-import";
import type { Viewer } from "#/platform/auth/viewer";
import { StatusChip } from "#/ui/badge";
import { Banner } from "#/ui/banner";
import { Breadcrumb } from "#/ui/breadcrumb";
import { ButtonLink } from "#/ui/button";
import { PageHeader } from "#/ui/page-header";
import { toneOf } from "../import-rows";
import { progressView } from "../progress-view";
import { reasonText } from "../reason-text";
import { routes } from "../routes";
import { ImportFacts } from "./import-facts";
import { ImportProgress } from "./import-progress";
import { RowReport } from "./row-report";

type ImportScreenProps = { readonly viewer: Viewer; readonly detail: ImportDetail };

/** What came of an import that has ended: published, nothing new, or refused and why. */
async function ResultBanner({ detail }: { readonly detail: ImportDetail }) {
  const [t, locale] = await Promise.all([getTranslations("priceLists.detail"), getLocale()]);
  const { failureCode, failureParams, added, changed, unchanged, offersAdded, offersChanged } = detail;
  if (failureCode !== null) {
    return (
      <Banner tone="danger" title={t("refusedTitle")}>
        {reasonText({ code: failureCode, params: failureParams }, locale)}
      </Banner>
    );
  }
  if (added + changed + offersAdded + offersChanged === 0) {
    return (
      <Banner tone="info" title={t("sameTitle")}>
        {t("sameBody")}
      </Banner>
    );
  }
  const counts = { added, changed, unchanged };
  return (
    <Banner tone="success" title={t("publishedTitle")}>
      {detail.kind === "offer_matrix" ? t("publishedMatrix", counts) : t("publishedPrices", counts)}
    </Banner>
  );
}

/** One import: its progress while it runs, then its result and the report of its rows (S-31). */
export async function ImportScreen({ viewer, detail }: ImportScreenProps) {
  const [t, tl, statuses, shell, locale] = await Promise.all([
    getTranslations("priceLists.detail"),
    getTranslations("priceLists.list"),
    getTranslations("priceLists.statuses"),
    getTranslations("shell"),
    getLocale(),
  ]);
  const isEnded = detail.finishedAt !== null;
  const hasReport = detail.problemCount + detail.noticeCount > 0;
  const report = (
    <ButtonLink href={routes.report(detail.id)} icon="download" download>
      {t("download")}
    </ButtonLink>
  );
  return (
    <>
      <Breadcrumb
        label={shell("breadcrumb")}
        items={[{ label: tl("title"), href: routes.list }, { label: detail.fileName }]}
      />
      <PageHeader
        title={detail.fileName}
        status={<StatusChip tone={toneOf[detail.status]}>{statuses(detail.status)}</StatusChip>}
        actions={hasReport && report}
      />
      <div className="grid gap-8">
        <div>
          <div role="status">{isEnded && <ResultBanner detail={detail} />}</div>
          {!isEnded && (
            <ImportProgress
              address={routes.progress(detail.id)}
              initial={progressView(detail, locale)}
              noAnswer={t("noAnswer")}
            />
          )}
        </div>
        {detail.problemCount > 0 && (
          <RowReport
            importId={detail.id}
            title={t("problems")}
            description={t("problemsBody")}
            entries={detail.problems}
            count={detail.problemCount}
          />
        )}
        {isEnded && detail.noticeCount > 0 && (
          <RowReport
            importId={detail.id}
            title={t("notices")}
            description={t("noticesBody")}
            entries={detail.notices}
            count={detail.noticeCount}
          />
        )}
        <ImportFacts detail={detail} timeZone={viewer.timeZone ?? "UTC"} />
      </div>
    </>
  );
}
