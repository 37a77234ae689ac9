type SpinnerProps = {
  /** What is going on; left out when the control around it already says so. */
  readonly label?: string | undefined;
};

/** Shows that something short is under way. For anything longer than a few seconds use Progress. */
export function Spinner({ label }: SpinnerProps) {
  if (label === undefined) return <span className="tt-spinner" aria-hidden="true" />;
  return (
    <span role="status" className="inline-flex items-center gap-2 text-ink-muted">
      <span className="tt-spinner" aria-hidden="true" />
      {label}
    </span>
  );
}
