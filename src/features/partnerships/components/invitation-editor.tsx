"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Messages } from "#/platform/i18n/messages";
import { Banner } from "#/ui/banner";
import { Card } from "#/ui/card";
import { Form, type FormLabels } from "#/ui/form";
import type { FormState } from "#/ui/form-state";
import type { Option } from "#/ui/select-field";
import { TextAreaField } from "#/ui/text-area-field";
import { TextField } from "#/ui/text-field";
import { showToast } from "#/ui/toast";
import {
  finishInvitationAction,
  saveDraftAction,
  sendInvitationAction,
  shareInvitationAction,
} from "../actions";
import { DraftLanguageField } from "./draft-language-field";
import { InvitationButtons } from "./invitation-buttons";
import { LinkGuard } from "./link-guard";
import { LinkSettings } from "./link-settings";
import { type DraftTextSource, useDraftText } from "./use-draft-text";

/** The words of an invitation's page. */
export type EditorTexts = Messages["partnerships"]["editor"];

type InvitationEditorProps = DraftTextSource & {
  readonly invitationId: string;
  readonly version: number;
  readonly recipient: string;
  readonly reusable: boolean;
  readonly expiry: DraftTextSource["expiry"] & { readonly options: readonly Option[] };
  readonly texts: EditorTexts;
  readonly labels: FormLabels;
  readonly idempotencyKey: string;
  readonly listHref: string;
};

const actionOf = {
  send: sendInvitationAction,
  email: shareInvitationAction,
  copy: shareInvitationAction,
  save: saveDraftAction,
  done: finishInvitationAction,
} as const;

/** What the actions of this page answer when the page stays: the draft's new version and what to say. */
type DraftNews = { readonly version: number; readonly message: string };

function isDraftNews(data: unknown): data is DraftNews {
  return typeof data === "object" && data !== null && "version" in data && "message" in data;
}

/** Each button sends the whole draft; which one was pressed says what happens with it. */
function act(state: FormState, form: FormData): Promise<FormState> {
  const intent = String(form.get("intent"));
  const action = Object.hasOwn(actionOf, intent)
    ? actionOf[intent as keyof typeof actionOf]
    : saveDraftAction;
  return action(state, form);
}

/** The draft e-mail and its personal link: edit, guard, and give away by one's own mail, the clipboard or the portal. */
export function InvitationEditor(props: InvitationEditorProps) {
  const { texts, labels, link } = props;
  const router = useRouter();
  const draft = useDraftText(props);
  const [version, setVersion] = useState(props.version);
  const [recipient, setRecipient] = useState(props.recipient);
  const [note, setNote] = useState<string | null>(null);
  const onDone = ({ data }: Extract<FormState, { status: "done" }>) => {
    if (isDraftNews(data)) {
      setVersion(data.version);
      showToast({ title: data.message });
    }
    router.refresh();
  };
  return (
    <Form
      action={act}
      labels={labels}
      idempotencyKey={props.idempotencyKey}
      hidden={{
        invitationId: props.invitationId,
        version: String(Math.max(version, props.version)),
        subject: draft.subject,
      }}
      onDone={onDone}
    >
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
        <Card title={texts.mailTitle}>
          <div className="grid gap-4">
            <DraftLanguageField draft={draft} texts={texts} />
            <TextField
              name="recipient"
              type="email"
              label={texts.recipient}
              hint={texts.recipientHint}
              defaultValue={props.recipient}
              maxLength={254}
              autoComplete="off"
              onValueChange={setRecipient}
            />
            <p>
              <span className="font-medium">{texts.subject}:</span> {draft.subject}
            </p>
            <TextAreaField
              name="text"
              label={texts.text}
              rows={20}
              defaultValue={draft.text}
              textAreaRef={draft.area}
              onValueChange={draft.edit}
            />
            <LinkGuard
              problem={draft.isEmpty ? undefined : draft.problem}
              restore={draft.restore}
              texts={texts}
            />
            {note && <Banner tone="warning" role="status" title={note} />}
            <InvitationButtons
              draft={draft}
              recipient={recipient}
              link={link}
              texts={texts}
              listHref={props.listHref}
              onNote={setNote}
            />
          </div>
        </Card>
        <LinkSettings
          link={link}
          reusable={props.reusable}
          chosen={props.expiry.chosen}
          options={props.expiry.options}
          onExpiryChange={draft.changeExpiry}
          texts={texts}
        />
      </div>
    </Form>
  );
}
