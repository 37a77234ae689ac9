"use client";

import type { LinkProblem } from "#/domain/partnership/invitation-text";
import { Banner } from "#/ui/banner";
import { Button } from "#/ui/button";
import type { EditorTexts } from "./invitation-editor";

type LinkGuardProps = {
  readonly problem: LinkProblem | undefined;
  readonly restore: () => void;
  readonly texts: EditorTexts;
};

/** Warns, as soon as it happens, that the personal link is gone or altered, and puts it back (span 149). */
export function LinkGuard({ problem, restore, texts }: LinkGuardProps) {
  if (!problem) return null;
  const isMissing = problem === "link_missing";
  return (
    <Banner
      tone="danger"
      role="alert"
      title={isMissing ? texts.linkMissingTitle : texts.linkAlteredTitle}
      actions={<Button onClick={restore}>{texts.restore}</Button>}
    >
      {isMissing ? texts.linkMissingBody : texts.linkAlteredBody}
    </Banner>
  );
}
