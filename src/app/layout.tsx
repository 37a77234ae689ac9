import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { findViewer } from "#/platform/auth/viewer";
import "./globals.css";

/** What holds for every page; its title stands with its heading. */
export const metadata: Metadata = { icons: "/favicon.svg", robots: "noindex" };

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** The document around every page: language and theme of whoever looks at it. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [locale, viewer] = await Promise.all([getLocale(), findViewer()]);
  const theme = viewer?.theme === "light" || viewer?.theme === "dark" ? viewer.theme : undefined;
  return (
    <html lang={locale} {...(theme && { "data-theme": theme })}>
      <body>{children}</body>
    </html>
  );
}
