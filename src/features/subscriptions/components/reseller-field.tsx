"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Lookup, LookupAnswer } from "#/platform/next/define-lookup";
import { Banner } from "#/ui/banner";
import { Button } from "#/ui/button";
import { type Option, SelectField } from "#/ui/select-field";
import { TextField } from "#/ui/text-field";
import { resellerChoice } from "../change-input";
import type { ResellerChoice } from "../reseller-choices";

/** A reseller that passed **Verify**. */
type Verified = { readonly partnerId: string; readonly companyName: string; readonly country: string };

/** Asks what stands behind a partner id. */
export type VerifyLookup = Lookup<{ partnerId: string }, Verified>;

type ResellerFieldProps = {
  readonly current: { readonly partnerId: string; readonly name: string | null } | null;
  readonly loadChoices: Lookup<Record<string, never>, readonly ResellerChoice[]>;
  readonly verify: VerifyLookup;
};

/**
 * **Reseller (MPN ID)**: one of the provider's partners, none, or another reseller's id that **Verify** judges before it
 * is submitted (spans 141–143, 156–158; R98). The partners are loaded once the page is there.
 */
export function ResellerField({ current, loadChoices, verify }: ResellerFieldProps) {
  const t = useTranslations("subscriptions.detail");
  const [choices, setChoices] = useState<readonly ResellerChoice[] | "failed">([]);
  const [choice, setChoice] = useState<string>(current?.partnerId ?? resellerChoice.unchanged);
  useEffect(() => {
    let isHere = true;
    loadChoices({})
      .catch(() => undefined)
      .then((answer) => isHere && setChoices(answer?.ok ? answer.value : "failed"));
    return () => {
      isHere = false;
    };
  }, [loadChoices]);
  const partners = choices === "failed" ? [] : choices;
  const isListed = partners.some(({ partnerId }) => partnerId === current?.partnerId);
  const optionOf = ({ partnerId, name, isEligible }: ResellerChoice): Option => ({
    value: partnerId,
    label: t(isEligible || partnerId === current?.partnerId ? "resellerOption" : "resellerNotEligible", {
      name,
      id: partnerId,
    }),
    disabled: !isEligible && partnerId !== current?.partnerId,
  });
  const own = current && !isListed ? [{ ...current, name: current.name ?? "", isEligible: true }] : [];
  return (
    <div className="grid gap-3">
      <SelectField
        name="reseller"
        label={t("reseller")}
        hint={t("resellerHint")}
        placeholder={t("selectReseller")}
        defaultValue={current?.partnerId ?? resellerChoice.unchanged}
        width="md"
        options={[
          ...[...own, ...partners].map(optionOf),
          { value: resellerChoice.none, label: t("noReseller") },
          { value: resellerChoice.other, label: t("otherReseller") },
        ]}
        onValueChange={setChoice}
      />
      {choices === "failed" && <Banner tone="warning" title={t("resellersFailed")} />}
      {choice === resellerChoice.other && <OtherReseller verify={verify} />}
    </div>
  );
}

/** The id of a reseller that is not in the list, with **Verify** (S-20, span 142). */
function OtherReseller({ verify }: { readonly verify: VerifyLookup }) {
  const t = useTranslations("subscriptions.detail");
  const input = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<LookupAnswer<Verified> | "asking" | undefined>();
  const ask = async () => {
    setAnswer("asking");
    const partnerId = input.current?.value ?? "";
    setAnswer(await verify({ partnerId }).catch(() => undefined));
  };
  return (
    <div className="grid gap-3 border-s-2 border-line ps-4">
      <p className="text-sm text-ink-muted">{t("enterIdHint")}</p>
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name="resellerPartnerId"
          label={t("enterId")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          width="sm"
          inputRef={input}
          onValueChange={() => setAnswer(undefined)}
        />
        <Button icon="shield-check" onClick={ask} aria-disabled={answer === "asking" || undefined}>
          {answer === "asking" ? t("verifying") : t("verify")}
        </Button>
      </div>
      <div role="status">
        {answer !== undefined && answer !== "asking" && <VerifyResult answer={answer} />}
      </div>
    </div>
  );
}

function VerifyResult({ answer }: { readonly answer: LookupAnswer<Verified> }) {
  const t = useTranslations("subscriptions.detail");
  if (!answer.ok) {
    return (
      <Banner tone="danger" title={t("refused")}>
        {answer.message}
      </Banner>
    );
  }
  const { partnerId, companyName, country } = answer.value;
  return (
    <Banner tone="success" title={t("verified", { name: companyName })}>
      {t("verifiedBody", { id: partnerId, country })}
    </Banner>
  );
}
