type MoneyProps = {
  /** The amount with its currency, formatted by the caller. */
  readonly text: string;
  /** What the amount is for, such as "per month"; shown smaller. */
  readonly unit?: string | undefined;
  readonly strong?: boolean | undefined;
};

/** An amount of money. Never rounds or formats; digits line up in columns. */
export function Money({ text, unit, strong }: MoneyProps) {
  return (
    <span className="whitespace-nowrap tabular-nums">
      <span className={strong ? "font-semibold" : undefined}>{text}</span>
      {unit && <span className="text-sm text-ink-muted"> {unit}</span>}
    </span>
  );
}
