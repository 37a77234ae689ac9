"use server";

import { redirect } from "next/navigation";
import { changePassword } from "#/domain/identity/operations/change-password";
import { changePreferences } from "#/domain/identity/operations/change-preferences";
import { signOut } from "#/domain/identity/operations/sign-out";
import { markNotificationsRead } from "#/domain/notification/operations/mark-read";
import { dropSession, keepSession } from "#/platform/auth/session-cookie";
import { startSession } from "#/platform/auth/sign-in";
import { defineAction } from "#/platform/next/define-action";
import { textOf } from "#/platform/next/form-values";
import { clientAddress, userAgent } from "#/platform/next/request-context";

export const signOutAction = defineAction(signOut, {
  input: () => ({ everywhere: false }),
  onSuccess: async () => {
    await dropSession();
    redirect("/sign-in?signed-out=1");
  },
});

export const signOutEverywhereAction = defineAction(signOut, {
  input: () => ({ everywhere: true }),
  onSuccess: async () => {
    await dropSession();
    redirect("/sign-in?signed-out=1");
  },
});

export const changePasswordAction = defineAction(changePassword, {
  input: (values) => ({
    currentPassword: textOf(values, "currentPassword"),
    newPassword: textOf(values, "newPassword"),
    repeatedPassword: textOf(values, "repeatedPassword"),
  }),
  onSuccess: async ({ userId, organisationId }) => {
    const origin = { address: await clientAddress(), userAgent: await userAgent() };
    const sessionId = await startSession(userId, organisationId, origin);
    if (sessionId) await keepSession(sessionId);
    redirect("/");
  },
});

export const changePreferencesAction = defineAction(changePreferences, {
  input: (values) => ({
    language: textOf(values, "language") as "en" | "it",
    timeZone: textOf(values, "timeZone"),
    theme: textOf(values, "theme") as "system" | "light" | "dark",
  }),
  onSuccess: () => redirect("/account?saved=1"),
});

export const markNotificationsReadAction = defineAction(markNotificationsRead, {
  input: () => ({}),
  onSuccess: () => redirect("/notifications"),
});
