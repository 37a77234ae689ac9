"use client";

import { useTranslations } from "next-intl";
import { billingCycles, catalogueSearchMax, offerKinds, segments } from "#/domain/ordering/offer-words";
import { termDurations } from "#/domain/subscription/term";
import { Button } from "#/ui/button";
import { type Option, SelectField } from "#/ui/select-field";
import { TextField } from "#/ui/text-field";
import type { CatalogueSearch } from "../use-catalogue";

type CatalogueFiltersProps = {
  readonly search: CatalogueSearch;
  readonly publishers: readonly string[];
  readonly onChange: (part: CatalogueSearch) => void;
  readonly onClear: () => void;
};

/** Search and filters of the catalogue (S-11); each takes effect as it is changed. */
export function CatalogueFilters({ search, publishers, onChange, onClear }: CatalogueFiltersProps) {
  const t = useTranslations("ordering.catalogue");
  const terms = useTranslations("ordering.terms");
  const billings = useTranslations("ordering.billings");
  const isFiltered = Object.values(search).some((value) => value !== undefined && value !== "");
  const select = <Name extends keyof CatalogueSearch>(
    name: Name,
    all: string,
    options: readonly Option[],
  ) => ({
    name: `catalogue.${name}`,
    placeholder: all,
    options,
    defaultValue: search[name] ?? "",
    onValueChange: (value: string) =>
      onChange({ [name]: value === "" ? undefined : value } as Pick<CatalogueSearch, Name>),
  });
  const publisherOptions = publishers.map((value) => ({ value, label: value }));
  return (
    <search className="grid gap-3">
      <TextField
        name="catalogue.text"
        type="search"
        label={t("search")}
        placeholder={t("searchHint")}
        defaultValue={search.text}
        maxLength={catalogueSearchMax}
        autoComplete="off"
        onValueChange={(text) => onChange({ text })}
      />
      <div className="grid grid-cols-2 gap-3 md:grid-cols-5">
        <SelectField
          label={t("segment")}
          {...select(
            "segment",
            t("allSegments"),
            segments.map((value) => ({ value, label: t(`segments.${value}`) })),
          )}
        />
        <SelectField
          label={t("term")}
          {...select(
            "termDuration",
            t("allTerms"),
            termDurations.map((value) => ({ value, label: terms(value) })),
          )}
        />
        <SelectField
          label={t("billing")}
          {...select(
            "billingCycle",
            t("allBillings"),
            billingCycles.map((value) => ({ value, label: billings(value) })),
          )}
        />
        <SelectField
          label={t("kind")}
          {...select(
            "kind",
            t("allKinds"),
            offerKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          )}
        />
        <SelectField label={t("publisher")} {...select("publisher", t("allPublishers"), publisherOptions)} />
      </div>
      {isFiltered && (
        <div>
          <Button size="sm" tone="quiet" icon="x" onClick={onClear}>
            {t("clear")}
          </Button>
        </div>
      )}
    </search>
  );
}
