import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "#/platform/auth/next-auth-options";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** What the sign-in form asks for. Signing out is the portal's own action, which ends the session itself and not only its cookie. */
const served: ReadonlySet<string | undefined> = new Set([
  "csrf",
  "providers",
  "callback",
  "signin",
  "session",
  "error",
]);

async function handle(request: NextRequest, context: Context) {
  const [asked] = (await context.params).nextauth;
  if (!served.has(asked)) return new Response(null, { status: 404 });
  return NextAuth(request as never, context as never, nextAuthOptions());
}

export { handle as GET, handle as POST };
