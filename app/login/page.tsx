import { redirect } from "next/navigation";
import { z } from "zod";
import { demoSignInAction, requestCodeAction } from "#app/login/actions";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { DemoPeople } from "#components/sign-in/demo-people";
import { ProviderButtons } from "#components/sign-in/provider-buttons";
import { RequestCodeForm } from "#components/sign-in/request-code-form";
import { InternalLink } from "#components/ui/link";
import { signedIn } from "#lib/access/as-viewer";
import { offeredDemoPeople } from "#lib/auth/demo";
import { safeDestination } from "#lib/auth/destinations";
import { identityProviders } from "#lib/auth/providers";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { signInTexts } from "#lib/texts/sign-in";

const search = z.object({
  next: z.string().max(300).default("/"),
  kept: z.string().max(1).optional(),
  error: z.string().max(60).optional(),
  notice: z.string().max(60).optional(),
});

export const metadata = { title: signInTexts.title };

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { next, kept, error, notice } = await readSearch(searchParams, search);
  const destination = safeDestination(next);
  if ((await signedIn()) && !error) redirect(destination);
  const demoPeople = offeredDemoPeople();
  const said = noticeOf({ notice });
  return (
    <PublicShell
      introduce
      notice={
        <>
          {kept && <Notice>{signInTexts.kept}</Notice>}
          {said && <Notice>{said}</Notice>}
          {/* One sentence for every fault of an identity provider: the codes tell an attacker more than a user. */}
          {error && <Notice tone="attention">{signInTexts.unlinked}</Notice>}
        </>
      }
    >
      <PageHeading title={signInTexts.title} lead={signInTexts.lead} />
      <RequestCodeForm action={requestCodeAction} next={destination} />
      <ProviderButtons providers={identityProviders().map(({ id, name }) => ({ id, name }))} next={destination} />
      {demoPeople.length > 0 && (
        <section aria-labelledby="demo" className="mt-14">
          <h2 id="demo">{signInTexts.demoTitle}</h2>
          <p className="mt-2 mb-5 text-ink-soft">{signInTexts.demoLead}</p>
          <DemoPeople action={demoSignInAction} people={demoPeople} next={destination} />
          <p className="mt-5">
            <InternalLink href="/demo/mail">{signInTexts.demoMail}</InternalLink>
          </p>
        </section>
      )}
    </PublicShell>
  );
}
