"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TextField } from "#/ui/text-field";
import { checkDomainLookup } from "../actions";

/** How long somebody stops typing before the server is asked, in milliseconds. */
const pause = 400;

type Shown = { readonly problem: string | undefined; readonly good: string | undefined };
const nothing: Shown = { problem: undefined, good: undefined };

type DomainFieldProps = { readonly defaultValue: string | undefined; readonly suffix: string };

/** The domain prefix, with a word on whether it is free while it is typed (S-10). Silent when the server cannot be asked. */
export function DomainField({ defaultValue, suffix }: DomainFieldProps) {
  const t = useTranslations("ordering.account");
  const [prefix, setPrefix] = useState("");
  const [shown, setShown] = useState(nothing);
  useEffect(() => {
    setShown(nothing);
    if (prefix.trim() === "") return;
    let isNewest = true;
    const timer = setTimeout(async () => {
      const answer = await checkDomainLookup({ prefix }).catch(() => undefined);
      if (!isNewest || !answer) return;
      if (!answer.ok)
        return setShown(answer.code === "invalid" ? { ...nothing, problem: answer.message } : nothing);
      const { domain, problem } = answer.value;
      setShown(
        problem === null ? { ...nothing, good: t("domainFree", { domain }) } : { ...nothing, problem },
      );
    }, pause);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [prefix, t]);
  return (
    <TextField
      name="domainPrefix"
      label={t("domainPrefix")}
      hint={
        <>
          {t("domainPrefixHint")}{" "}
          <span role="status" className="text-success-ink">
            {shown.good}
          </span>
        </>
      }
      error={shown.problem}
      defaultValue={defaultValue}
      suffix={`.${suffix}`}
      onValueChange={setPrefix}
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      width="md"
      required
    />
  );
}
