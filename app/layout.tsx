import "./globals.css";

import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { typefaceClasses } from "#components/layout/typeface";

// No title here: each page has its own, and of two a browser shows the first it finds.
export const metadata: Metadata = {
  icons: { icon: "/favicon.svg" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A nonce is new with each answer, so no page may be made beforehand.
  await connection();
  return (
    <html lang="nl" className={typefaceClasses}>
      <body>{children}</body>
    </html>
  );
}
