import type { ReactNode } from "react";
import { DocumentTitle } from "./document-title";

type PageHeaderProps = {
  readonly title: string;
  readonly description?: ReactNode;
  /** Chips beside the title, such as the state of the thing shown. */
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
};

/** The top of a page: its one h1, what the page is for, and what can be done. */
export function PageHeader({ title, description, status, actions }: PageHeaderProps) {
  return (
    <header className="tt-page-header">
      <DocumentTitle title={title} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl">{title}</h1>
          {status}
        </div>
        {description && <div className="mt-1 max-w-[75ch] text-ink-muted">{description}</div>}
      </div>
      {actions && <div className="tt-actions">{actions}</div>}
    </header>
  );
}
