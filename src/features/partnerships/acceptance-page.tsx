import "server-only";
import { notFound, redirect } from "next/navigation";
import { invitationPathOf } from "#/domain/partnership/invitation-text";
import { readAcceptance } from "#/domain/partnership/queries/read-acceptance";
import { findViewer } from "#/platform/auth/viewer";
import { requestContext } from "#/platform/next/request-context";
import { runQuery } from "#/platform/run-query";
import { AcceptanceScreen } from "./components/acceptance-screen";
import { RefusalScreen } from "./components/refusal-screen";
import { routes } from "./routes";

/** 256 bits as URL-safe text; anything else was never an invitation. */
const tokenShape = /^[\w-]{43}$/;

/**
 * The page of an invitation's link (S-06). Strangers sign in first and come back, whatever the token, so that the link
 * tells them nothing. The request itself changes nothing: that the page was looked at is noted by the browser showing it
 * (`NoteOpened`), because programs that check links in mails request them too.
 */
export async function AcceptancePage({ token }: { readonly token: string }) {
  if (!tokenShape.test(token)) notFound();
  const viewer = await findViewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(invitationPathOf(token))}`);
  if (viewer.mustChangePassword) redirect("/account/change-password");
  const result = await runQuery(readAcceptance, viewer.actor, { token }, await requestContext());
  if (!result.ok) {
    if (result.failure.kind === "not_found") notFound();
    throw new Error(`the invitation could not be read: ${result.failure.kind}`);
  }
  const acceptance = result.value;
  if (acceptance.state === "accepted") redirect(routes.accepted(acceptance.partnershipId));
  if (acceptance.state === "refused") return <RefusalScreen token={token} refused={acceptance} />;
  return <AcceptanceScreen token={token} invitation={acceptance} viewer={viewer} />;
}
