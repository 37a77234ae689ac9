"use client";

import { useEffect, useState } from "react";
import { Banner } from "#/ui/banner";
import { Button } from "#/ui/button";

/** The few texts that must be there when nothing else is: an error page cannot ask the server for its language. */
const texts = {
  en: {
    title: "This page could not be shown",
    body: "Nothing you entered was changed. Try again; if it keeps happening, give the reference below to your administrator.",
    retry: "Try again",
    reference: "Reference",
  },
  it: {
    title: "Non è stato possibile mostrare la pagina",
    body: "Nulla di ciò che hai inserito è stato modificato. Riprova; se succede ancora, comunica il riferimento qui sotto al tuo amministratore.",
    retry: "Riprova",
    reference: "Riferimento",
  },
} as const;

type ErrorScreenProps = { readonly error: Error & { digest?: string }; readonly reset: () => void };

/** What people see when a page failed: that nothing was lost, a way to try again, and the reference for support. */
export function ErrorScreen({ error, reset }: ErrorScreenProps) {
  const [language, setLanguage] = useState<keyof typeof texts>("en");
  useEffect(() => setLanguage(document.documentElement.lang === "it" ? "it" : "en"), []);
  const text = texts[language];
  return (
    <Banner
      tone="danger"
      role="alert"
      title={text.title}
      actions={<Button onClick={reset}>{text.retry}</Button>}
    >
      <p>{text.body}</p>
      {error.digest && (
        <p>
          {text.reference}: <code>{error.digest}</code>
        </p>
      )}
    </Banner>
  );
}
