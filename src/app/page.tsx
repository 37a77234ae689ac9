import { redirect } from "next/navigation";
import { homeOf } from "#/features/home/navigation";
import { findViewer } from "#/platform/auth/viewer";

/** The first address: leads to the home of the viewer's kind of organisation, or to sign-in. */
export default async function FirstPage() {
  const viewer = await findViewer();
  redirect(viewer ? homeOf[viewer.organisationKind] : "/sign-in");
}
