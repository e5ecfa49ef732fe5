"use client";

import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { LinkButton } from "#components/ui/button";
import { errorTexts } from "#lib/texts/errors";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <PublicShell>
      <title>{errorTexts.faultTitle}</title>
      <PageHeading title={errorTexts.faultTitle} lead={errorTexts.faultLead} />
      {error.digest && <p className="mb-6 text-ink-soft">{errorTexts.reference(error.digest)}</p>}
      <LinkButton href="/" plain>
        {errorTexts.toHome}
      </LinkButton>
    </PublicShell>
  );
}
