"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { acceptInvitation } from "#/domain/partnership/operations/accept-invitation";
import { createInvitation } from "#/domain/partnership/operations/create-invitation";
import { declineInvitation } from "#/domain/partnership/operations/decline-invitation";
import { markInvitationShared } from "#/domain/partnership/operations/mark-invitation-shared";
import { noteInvitationOpened } from "#/domain/partnership/operations/note-invitation-opened";
import { removePartnership } from "#/domain/partnership/operations/remove-partnership";
import { revokeInvitation } from "#/domain/partnership/operations/revoke-invitation";
import { sendInvitation } from "#/domain/partnership/operations/send-invitation";
import { updateInvitationDraft } from "#/domain/partnership/operations/update-invitation-draft";
import { defineAction } from "#/platform/next/define-action";
import { textOf } from "#/platform/next/form-values";
import { draftInput, languageOf, viaOf } from "./forms";
import { routes } from "./routes";

export const createInvitationAction = defineAction(createInvitation, {
  input: (values) => ({ language: languageOf(values) }),
  onSuccess: ({ invitationId }) => redirect(routes.invitation(invitationId)),
});

export const saveDraftAction = defineAction(updateInvitationDraft, {
  input: draftInput,
  onSuccess: async ({ version }) => {
    const t = await getTranslations("partnerships.editor");
    return { status: "done", data: { version, message: t("saved") } };
  },
});

export const shareInvitationAction = defineAction(markInvitationShared, {
  input: (values) => ({
    ...draftInput(values),
    via: viaOf(values),
  }),
  onSuccess: async ({ version, via }) => {
    const t = await getTranslations("partnerships.editor");
    return { status: "done", data: { version, message: t(via === "email" ? "opened" : "copied") } };
  },
});

export const finishInvitationAction = defineAction(markInvitationShared, {
  input: (values) => ({ ...draftInput(values), via: "done" as const }),
  onSuccess: () => redirect(`${routes.invitations}?shared=1`),
});

export const sendInvitationAction = defineAction(sendInvitation, {
  input: (values) => ({ ...draftInput(values), subject: textOf(values, "subject") }),
  onSuccess: async ({ version, recipient }) => {
    const t = await getTranslations("partnerships.editor");
    return { status: "done", data: { version, message: t("sent", { recipient }) } };
  },
});

export const revokeInvitationAction = defineAction(revokeInvitation, {
  input: (values) => ({ invitationId: textOf(values, "invitationId") }),
  onSuccess: () => redirect(`${routes.invitations}?revoked=1`),
});

export const acceptInvitationAction = defineAction(acceptInvitation, {
  input: (values) => ({
    token: textOf(values, "token"),
    consent: (textOf(values, "consent") === "true") as true,
    consentTextVersion: Number(textOf(values, "consentTextVersion")),
  }),
  onSuccess: ({ partnershipId }) => redirect(routes.accepted(partnershipId)),
});

export const declineInvitationAction = defineAction(declineInvitation, {
  input: (values) => ({ token: textOf(values, "token") }),
});

export const noteInvitationOpenedAction = defineAction(noteInvitationOpened, {
  input: (values) => ({ token: textOf(values, "token") }),
});

export const removePartnershipAction = defineAction(removePartnership, {
  input: (values) => ({
    partnershipId: textOf(values, "partnershipId"),
    acknowledgedTextVersion: Number(textOf(values, "acknowledgedTextVersion")),
    typedName: textOf(values, "typedName"),
  }),
  onSuccess: ({ partnershipId }) => redirect(routes.removed(partnershipId)),
});
