import type { Route } from "next";
import NextLink from "next/link";
import type { Tone } from "./tone";

type StatProps = {
  readonly label: string;
  /** Formatted by the caller. */
  readonly value: string;
  /** What the figure means or how it moved; its tone colours it. */
  readonly detail?: string | undefined;
  readonly tone?: Tone | undefined;
  /** The list behind the figure. */
  readonly href?: string | undefined;
};

/** One figure with its name; leads to the list it counts. */
export function Stat({ label, value, detail, tone = "neutral", href }: StatProps) {
  const body = (
    <>
      <span className="tt-stat-label">{label}</span>
      <span className="tt-stat-value">{value}</span>
      {detail && <span className={`tt-stat-detail tt-tone-${tone}`}>{detail}</span>}
    </>
  );
  if (href === undefined) return <div className="tt-stat">{body}</div>;
  return (
    <NextLink href={href as Route} prefetch={false} className="tt-stat tt-stat-link">
      {body}
    </NextLink>
  );
}
