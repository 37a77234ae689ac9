"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";

/**
 * A function that goes to a page of the product and puts it in the place of the present one, so that going
 * back does not return to a page whose content must not be seen again.
 */
export function useLeave(): (href: string) => void {
  const router = useRouter();
  return (href) => router.replace(href as Route);
}
