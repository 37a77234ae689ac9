"use client";

import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { CellValue, Column, TableLabels, TableRow } from "./table-types";

/** The content of one cell by its column's kind. Plain elements only: a list has hundreds of these. */
export function cellContent<D>(column: Column<D>, row: TableRow<D>, labels: TableLabels): ReactNode {
  if (column.kind === "custom") return column.render(row);
  const value = row.cells[column.id] ?? null;
  if (value === null || value === "") return <span className="tt-none">–</span>;
  const text = textOf(value);
  switch (column.kind) {
    case "link":
      return linkCell(value, text, row.href);
    case "badge":
      return <span className={`tt-chip tt-tone-${toneOf(value)}`}>{text}</span>;
    case "timestamp":
      return timeCell(value, text);
    case "code":
      return (
        <span className="tt-code">
          <code>{text}</code>
          <button type="button" data-copy={text} aria-label={`${labels.copy} ${text}`} title={labels.copy}>
            <Icon name="copy" />
          </button>
        </span>
      );
    default:
      return withDetail(text, value);
  }
}

/** The class of a column's cells, or undefined for the usual ones, which then carry no attribute. */
export function cellClass<D>(column: Column<D>): string | undefined {
  const end =
    column.align === "end" || (!column.align && (column.kind === "number" || column.kind === "money"));
  const names = [end ? "num" : "", column.align === "center" ? "mid" : "", column.hideOnPhone ? "wide" : ""];
  return names.filter(Boolean).join(" ") || undefined;
}

function textOf(value: NonNullable<CellValue>): string {
  return typeof value === "object" ? value.text : String(value);
}

function toneOf(value: NonNullable<CellValue>): string {
  return typeof value === "object" && "tone" in value ? value.tone : "neutral";
}

function withDetail(content: ReactNode, value: NonNullable<CellValue>): ReactNode {
  if (typeof value !== "object" || !("detail" in value) || !value.detail) return content;
  return (
    <>
      {content}
      <small>{value.detail}</small>
    </>
  );
}

function linkCell(value: NonNullable<CellValue>, text: string, rowHref: string | undefined): ReactNode {
  const own = typeof value === "object" && "href" in value ? value.href : undefined;
  const href = own ?? rowHref;
  return withDetail(href === undefined ? text : <a href={href}>{text}</a>, value);
}

function timeCell(value: NonNullable<CellValue>, text: string): ReactNode {
  if (typeof value !== "object" || !("instant" in value)) return text;
  return (
    <time dateTime={value.instant} title={value.title}>
      {text}
    </time>
  );
}
