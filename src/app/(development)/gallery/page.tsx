import type { Metadata } from "next";
import { ButtonLink } from "#/ui/button";
import { Section } from "#/ui/card";
import { Colours, Controls, Figures, Messages, Typography } from "./basics";
import { Dialogs } from "./dialogs";
import { Forms } from "./forms";
import { Frame } from "./frame";
import { Lists } from "./lists";

export const metadata: Metadata = { title: "Component gallery" };

type GalleryPageProps = { readonly searchParams: Promise<Readonly<Record<string, string | undefined>>> };

/** Every component of the kit in every state that can be shown at rest. */
export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  const params = Object.entries(await searchParams).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return (
    <Frame>
      <Lists params={Object.fromEntries(params)} />
      <div className="mt-12 grid gap-12">
        <Section title="Messages">
          <Messages />
        </Section>
        <Section title="Buttons, states and figures">
          <Controls />
          <Figures />
        </Section>
        <Section title="Form" description="Submit empty for messages, with the name “fail” for a refusal.">
          <Forms />
        </Section>
        <Section title="Dialogs, menus and toasts">
          <Dialogs />
        </Section>
        <Section title="Type">
          <Typography />
        </Section>
        <Section
          title="Colour"
          actions={
            <>
              <ButtonLink href="/gallery/wizard">Wizard and one-time secret</ButtonLink>
              <ButtonLink href="/gallery/card">Public page</ButtonLink>
            </>
          }
        >
          <Colours />
        </Section>
      </div>
    </Frame>
  );
}
