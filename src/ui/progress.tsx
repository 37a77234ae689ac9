type ProgressProps = {
  readonly label: string;
  /** Steps done, of `max`. Left out: how long it takes is not known. */
  readonly value?: number | undefined;
  readonly max?: number | undefined;
  /** Counts and time left, formatted by the caller, shown beside the label. */
  readonly detail?: string | undefined;
};

/** Progress of long work: a native progress bar with its label and, where known, counts. */
export function Progress({ label, value, max = 100, detail }: ProgressProps) {
  return (
    <div className="tt-progress">
      <div className="tt-progress-head">
        <span aria-hidden="true">{label}</span>
        {detail && <span className="tabular-nums text-ink-muted">{detail}</span>}
      </div>
      <progress aria-label={label} aria-valuetext={detail} value={value} max={max} />
    </div>
  );
}
