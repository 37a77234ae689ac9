type TimestampProps = {
  /** The instant in ISO 8601 with its zone, for machines. */
  readonly instant: string;
  /** The instant written out in UTC, for example "22 Nov 2026, 14:05 UTC". */
  readonly utc: string;
  /** The instant written out in the reader's zone. */
  readonly local: string;
  /** Which of the two is read; the other is the tooltip. UTC unless said otherwise. */
  readonly show?: "utc" | "local" | undefined;
};

/** An instant in a <time> element; both texts are formatted by the caller, so server and browser agree. */
export function Timestamp({ instant, utc, local, show = "utc" }: TimestampProps) {
  return (
    <time dateTime={instant} title={show === "utc" ? local : utc} className="whitespace-nowrap tabular-nums">
      {show === "utc" ? utc : local}
    </time>
  );
}
