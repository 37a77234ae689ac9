import { UnknownInvitationScreen } from "#/features/partnerships/components/unknown-invitation-screen";

/** A link that names no invitation. */
export default function InvitationNotFound() {
  return <UnknownInvitationScreen />;
}
