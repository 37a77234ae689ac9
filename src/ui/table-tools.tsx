"use client";

import { type ReactNode, type SubmitEvent, useEffect, useRef } from "react";
import { Icon } from "./icon";
import { carriedParams, clearedHref, isFiltered, tableHref } from "./table-address";
import type { TableFilter, TableLabels, TableQuery } from "./table-types";

type TableToolsProps = {
  readonly query: TableQuery;
  readonly filters: readonly TableFilter[];
  readonly labels: TableLabels;
  readonly searchable: boolean;
  readonly actions: ReactNode;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
};

/** Search, filters and what is in force of them, all kept in the address by a GET form. "/" goes to the search. */
export function TableTools({ query, filters, labels, searchable, actions, onSubmit }: TableToolsProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The address can change by a link (a chip, the back button): the controls follow it.
    for (const control of form.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      "[data-live]",
    ) ?? []) {
      if (control !== document.activeElement) control.value = query.params[control.name] ?? "";
    }
  }, [query]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const search = form.current?.querySelector<HTMLInputElement>("input[type=search]");
      if (!search) return;
      event.preventDefault();
      search.select();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  if (!searchable && filters.length === 0 && !actions) return null;
  return (
    <div className="tt-table-tools">
      <search aria-label={labels.caption}>
        <form ref={form} action={query.path} method="get" onSubmit={onSubmit}>
          {carriedParams(query, filters).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {searchable && (
            <div className="tt-search">
              <Icon name="search" />
              <input
                data-live
                type="search"
                name="q"
                className="tt-input"
                aria-label={labels.search}
                placeholder={labels.searchHint ?? labels.search}
                defaultValue={query.params.q}
                maxLength={200}
                autoComplete="off"
              />
              <span className="tt-key" aria-hidden="true">
                /
              </span>
            </div>
          )}
          {filters.map((filter) => (
            <FilterSelect key={filter.param} filter={filter} value={query.params[filter.param]} />
          ))}
          <button type="submit" className="sr-only" tabIndex={-1}>
            {labels.search}
          </button>
        </form>
      </search>
      {actions && <div className="tt-actions">{actions}</div>}
      <FilterChips query={query} filters={filters} labels={labels} />
    </div>
  );
}

function FilterSelect({
  filter,
  value = "",
}: {
  readonly filter: TableFilter;
  readonly value: string | undefined;
}) {
  return (
    <div className="tt-select tt-filter">
      <select
        data-live
        name={filter.param}
        className="tt-input"
        aria-label={filter.label}
        defaultValue={value}
        onChange={(event) => event.target.form?.requestSubmit()}
      >
        <option value="">{filter.allLabel}</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="tt-select-icon" />
    </div>
  );
}

type ChipsProps = Pick<TableToolsProps, "query" | "filters" | "labels">;

function FilterChips({ query, filters, labels }: ChipsProps) {
  if (!isFiltered(query, filters)) return null;
  const chips = filters.flatMap(({ param, label, options }) => {
    const value = query.params[param];
    if (!value) return [];
    return [{ param, label, text: options.find((option) => option.value === value)?.label ?? value }];
  });
  if (query.params.q) chips.unshift({ param: "q", label: labels.search, text: query.params.q });
  return (
    <ul className="tt-filter-chips" aria-label={labels.filters}>
      {chips.map((chip) => (
        <li key={chip.param}>
          <span>
            <span className="text-ink-muted">{chip.label}:</span> {chip.text}
          </span>
          <a
            href={tableHref(query, { [chip.param]: null })}
            aria-label={`${labels.removeFilter} ${chip.label}: ${chip.text}`}
            title={labels.removeFilter}
          >
            <Icon name="x" />
          </a>
        </li>
      ))}
      <li className="plain">
        <a href={clearedHref(query, filters)} className="tt-link">
          {labels.clearFilters}
        </a>
      </li>
    </ul>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
