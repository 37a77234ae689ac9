"use client";

import { Icon } from "./icon";
import { tableHref } from "./table-address";
import type { TableLabels, TablePaging, TableQuery } from "./table-types";

type TablePagerProps = {
  readonly query: TableQuery;
  readonly paging: TablePaging;
  readonly labels: TableLabels;
};

/** First, previous and next page as links. What leads nowhere is a disabled button in its place. */
export function TablePager({ query, paging, labels }: TablePagerProps) {
  const { previous, next, summary } = paging;
  if (previous === null && next === null && !summary) return null;
  return (
    <nav aria-label={labels.pages} className="tt-pager">
      <span className="tabular-nums text-ink-muted">{summary}</span>
      {(previous !== null || next !== null) && (
        <ul>
          <li>{step(labels.first, previous === null ? null : tableHref(query, {}), undefined)}</li>
          <li>
            {step(labels.previous, previous === null ? null : tableHref(query, { before: previous }), "prev")}
          </li>
          <li>{step(labels.next, next === null ? null : tableHref(query, { after: next }), "next")}</li>
        </ul>
      )}
    </nav>
  );
}

function step(label: string, href: string | null, rel: "prev" | "next" | undefined) {
  const body = (
    <>
      {rel === "prev" && <Icon name="chevron-left" />}
      {label}
      {rel === "next" && <Icon name="chevron-right" />}
    </>
  );
  const className = "tt-button tt-button-secondary tt-button-sm";
  if (href !== null) {
    return (
      <a href={href} rel={rel} className={className}>
        {body}
      </a>
    );
  }
  return (
    <button type="button" disabled className={className}>
      {body}
    </button>
  );
}
