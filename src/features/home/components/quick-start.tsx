import type { ReactNode } from "react";
import { ButtonLink } from "#/ui/button";
import { Card } from "#/ui/card";

type QuickStartProps = {
  /** Its place in the order, such as "Step 1". */
  readonly step?: string;
  readonly title: string;
  readonly body: string;
  readonly action?: { readonly label: string; readonly href: string } | undefined;
  readonly children?: ReactNode;
};

/** One job to begin with, and the way to it. */
export function QuickStart({ step, title, body, action, children }: QuickStartProps) {
  return (
    <Card className="flex flex-col gap-2">
      {step && <p className="text-ink-muted text-sm">{step}</p>}
      <h3 className="font-medium text-lg">{title}</h3>
      <p className="text-ink-muted">{body}</p>
      {children}
      {action && (
        <p className="mt-auto pt-3">
          <ButtonLink href={action.href}>{action.label}</ButtonLink>
        </p>
      )}
    </Card>
  );
}
