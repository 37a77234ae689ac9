import { notFound } from "next/navigation";
import type { ReactNode } from "react";

/** The gallery of the component kit exists in development only. */
export default function GalleryLayout({ children }: { readonly children: ReactNode }) {
  if (process.env.NODE_ENV === "production") notFound();
  return children;
}
