import type { ReactNode } from "react";
import { DocumentTitle } from "./document-title";
import { Mark } from "./mark";

type PublicShellProps = {
  readonly product: { readonly name: string; readonly mark?: ReactNode };
  readonly skipLabel: string;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Small print under the card: language choice, legal links. */
  readonly footer?: ReactNode;
  /** "sm" for a few fields, "md" for a text to read and decide on. */
  readonly size?: "sm" | "md" | undefined;
};

/** The frame of pages before sign-in and of whole-page refusals: one card, one thing to do. */
export function PublicShell({
  product,
  skipLabel,
  title,
  description,
  children,
  footer,
  size = "sm",
}: PublicShellProps) {
  return (
    <div className="tt-public">
      <DocumentTitle title={title} />
      <a href="#main" className="tt-skip">
        {skipLabel}
      </a>
      <header className="tt-public-brand">
        {product.mark ?? <Mark />}
        <span>{product.name}</span>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={size === "md" ? "tt-public-card tt-public-card-md" : "tt-public-card"}
      >
        <h1 className="text-xl">{title}</h1>
        {description && <div className="mt-1 text-ink-muted">{description}</div>}
        {children && <div className="mt-6">{children}</div>}
      </main>
      {footer && <footer className="tt-public-footer">{footer}</footer>}
    </div>
  );
}
