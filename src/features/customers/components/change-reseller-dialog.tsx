"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Lookup } from "#/platform/next/define-lookup";
import { Banner } from "#/ui/banner";
import { Button } from "#/ui/button";
import { ConfirmDialog } from "#/ui/confirm-dialog";
import type { FormLabels } from "#/ui/form";
import type { FormAction, FormState } from "#/ui/form-state";
import { type Option, SelectField } from "#/ui/select-field";
import { showToast } from "#/ui/toast";

type ChangeResellerDialogProps = {
  readonly action: FormAction;
  readonly load: Lookup<Record<string, never>, readonly Option[]>;
  readonly labels: FormLabels;
  readonly texts: {
    readonly change: string;
    readonly title: string;
    readonly lead: string;
    readonly field: string;
    readonly choose: string;
    readonly noReseller: string;
    readonly loading: string;
    readonly loadingFailed: string;
    readonly consequencesLabel: string;
    readonly consequences: readonly string[];
    readonly submit: string;
    readonly cancel: string;
  };
  readonly idempotencyKey: string;
  readonly customerId: string;
  readonly version: number;
  readonly currentId: string | null;
};

/** Chooses another associated reseller for a customer, and says what that changes before it does (R45). */
export function ChangeResellerDialog(props: ChangeResellerDialogProps) {
  const { texts, currentId } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [partners, setPartners] = useState<readonly Option[] | "failed" | undefined>();
  const show = async () => {
    setOpen(true);
    const answer = await props.load({}).catch(() => undefined);
    setPartners(answer?.ok ? answer.value : "failed");
  };
  const done = (state: Extract<FormState, { status: "done" }>) => {
    if (state.message) showToast({ title: state.message });
    router.refresh();
  };
  const choices = Array.isArray(partners) ? partners.filter(({ value }) => value !== currentId) : [];
  return (
    <>
      <Button size="sm" tone="quiet" icon="pencil" onClick={show}>
        {texts.change}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={texts.title}
        body={<p>{texts.lead}</p>}
        consequencesLabel={texts.consequencesLabel}
        consequences={texts.consequences}
        action={async (before, data) => {
          const state = await props.action(before, data);
          if (state.status === "done") done(state);
          return state;
        }}
        labels={props.labels}
        idempotencyKey={props.idempotencyKey}
        hidden={{ customerId: props.customerId, version: String(props.version) }}
        confirmLabel={texts.submit}
        cancelLabel={texts.cancel}
      >
        {partners === undefined && <p className="text-ink-muted">{texts.loading}</p>}
        {partners === "failed" && <Banner tone="danger" role="alert" title={texts.loadingFailed} />}
        {Array.isArray(partners) && (
          <SelectField
            name="resellerId"
            label={texts.field}
            placeholder={texts.choose}
            required
            options={[
              ...(currentId === null ? [] : [{ value: "none", label: texts.noReseller }]),
              ...choices,
            ]}
          />
        )}
      </ConfirmDialog>
    </>
  );
}
