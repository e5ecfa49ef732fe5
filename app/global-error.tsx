"use client";

import "./globals.css";

import { errorTexts } from "#lib/texts/errors";

/** Shown when even the frame of the page fails, so it leans on nothing. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nl">
      <body>
        <main className="mx-auto max-w-task px-4 py-16">
          <h1>{errorTexts.faultTitle}</h1>
          <p className="mt-4">{errorTexts.faultLead}</p>
          {error.digest && <p className="mt-4">{errorTexts.reference(error.digest)}</p>}
          <p className="mt-6">
            {/* A full load, because the app itself is what failed. */}
            <a href="/">{errorTexts.toHome}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
