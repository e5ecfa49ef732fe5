import { z } from "zod";
import { enterCodeAction } from "#app/login/actions";
import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { EnterCodeForm } from "#components/sign-in/enter-code-form";
import { Disclosure } from "#components/ui/details";
import { safeDestination } from "#lib/auth/destinations";
import { CODE_MINUTES } from "#lib/auth/sign-in-codes";
import { readSearch } from "#lib/forms/params";
import { signInTexts } from "#lib/texts/sign-in";

const search = z.object({ next: z.string().max(300).default("/") });

export const metadata = { title: signInTexts.codeTitle };

export default async function LoginCodePage({ searchParams }: PageProps<"/login/code">) {
  const { next } = await readSearch(searchParams, search);
  return (
    <PublicShell>
      <PageHeading title={signInTexts.codeTitle} lead={signInTexts.codeLead(CODE_MINUTES)} />
      <EnterCodeForm action={enterCodeAction} next={safeDestination(next)} />
      <div className="mt-10">
        <Disclosure summary={signInTexts.noMail}>{signInTexts.noMailHelp}</Disclosure>
      </div>
    </PublicShell>
  );
}
