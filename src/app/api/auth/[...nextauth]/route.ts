import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "#/platform/auth/next-auth-options";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

function handle(request: NextRequest, context: Context) {
  return NextAuth(request as never, context as never, nextAuthOptions());
}

export { handle as GET, handle as POST };
