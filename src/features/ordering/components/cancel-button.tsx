"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#/ui/button";
import { Dialog } from "#/ui/dialog";

type CancelButtonProps = {
  /** Whether something was entered that would be lost. */
  readonly asks: boolean;
  /** Throws away what was entered. */
  readonly onCancel: () => void;
  readonly href: string;
};

/** **Cancel**: leaves nothing behind (R47, span 200), and asks first when something was entered. */
export function CancelButton({ asks, onCancel, href }: CancelButtonProps) {
  const t = useTranslations("ordering.steps");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const cancel = () => {
    onCancel();
    router.push(href as Route);
  };
  return (
    <>
      <Button onClick={() => (asks ? setOpen(true) : cancel())}>{t("cancel")}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("cancelTitle")}
        footer={
          <>
            <Button tone="danger" onClick={cancel}>
              {t("cancelConfirm")}
            </Button>
            <Button onClick={() => setOpen(false)}>{t("cancelKeep")}</Button>
          </>
        }
      >
        <p>{t("cancelBody")}</p>
      </Dialog>
    </>
  );
}
