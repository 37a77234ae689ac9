import type { ReactNode } from "react";
import { classes } from "./variants";

type CardProps = {
  readonly title?: string | undefined;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  /** Level of the heading in the page's outline. */
  readonly level?: 2 | 3 | undefined;
  readonly className?: string | undefined;
};

/** A bordered box for one thing among several. */
export function Card(props: CardProps) {
  return <Block {...props} look="tt-card" />;
}

/** A titled part of a page without a box, set apart by space and a line. */
export function Section(props: CardProps) {
  return <Block {...props} look="tt-section" />;
}

function Block({
  title,
  description,
  actions,
  children,
  level = 2,
  className,
  look,
}: CardProps & { look: string }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classes(look, className)}>
      {(title || actions) && (
        <div className="tt-block-head">
          <div className="min-w-0">
            {title && <Heading className={level === 2 ? "text-md" : "text-base"}>{title}</Heading>}
            {description && <div className="mt-0.5 text-sm text-ink-muted">{description}</div>}
          </div>
          {actions && <div className="tt-actions">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
