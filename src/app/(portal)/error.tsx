"use client";

import { ErrorScreen } from "#/features/home/components/error-screen";

/** Net under the pages of the portal; the shell stays. */
export default function ErrorPage(props: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return <ErrorScreen {...props} />;
}
