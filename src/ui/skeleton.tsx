type SkeletonProps = {
  /** How many lines of text, or of a table, will stand here. */
  readonly lines?: number | undefined;
  readonly shape?: "text" | "table" | "card" | undefined;
};

/** Holds the place of content on its way, in its size, so that nothing jumps. Silent to screen readers. */
export function Skeleton({ lines = 3, shape = "text" }: SkeletonProps) {
  return (
    <div className={`tt-skeleton tt-skeleton-${shape}`} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} />
      ))}
    </div>
  );
}
