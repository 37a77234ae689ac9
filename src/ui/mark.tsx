type MarkProps = {
  readonly className?: string | undefined;
};

/** The product's mark: two tiers, the upper resting on the lower. Decoration beside the name. */
export function Mark({ className = "tt-mark" }: MarkProps) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path
        className="tt-mark-lower"
        d="M6 18h20a4 4 0 0 1 4 4v2a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4v-2a4 4 0 0 1 4-4Z"
      />
      <path
        className="tt-mark-upper"
        d="M6 4h9a4 4 0 0 1 4 4v3a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4Z"
      />
    </svg>
  );
}
