import { redirect } from "next/navigation";
import { SignInScreen } from "#/features/identity/components/sign-in-screen";
import { safeReturnAddress } from "#/features/identity/return-address";
import { findViewer } from "#/platform/auth/viewer";

type SignInPageProps = {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Sign-in; whoever is signed in already goes on at once. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const search = await searchParams;
  const next = safeReturnAddress(search.next);
  if (await findViewer()) redirect(next);
  return <SignInScreen next={next} signedOut={search["signed-out"] === "1"} />;
}
