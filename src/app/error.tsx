"use client";

import { ErrorScreen } from "#/features/home/components/error-screen";

/** Outermost net under every page. */
export default function ErrorPage(props: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return <ErrorScreen {...props} />;
}
