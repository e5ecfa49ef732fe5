import type { Route } from "next";
import { z } from "zod";
import { askProofAction, proveAction } from "#app/(signed-in)/profile/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { ProveForm } from "#components/profile/prove-form";
import { Disclosure } from "#components/ui/details";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { safeDestination } from "#lib/auth/destinations";
import { browserSecret } from "#lib/auth/login-cookie";
import { newFormKey } from "#lib/forms/form-key";
import { readSearch } from "#lib/forms/params";
import { profileTexts as texts } from "#lib/texts/profile";

const search = z.object({ next: z.string().max(300).default("/profile") });

async function ProofPage({ searchParams }: PageProps<"/profile/proof">) {
  const next = safeDestination((await readSearch(searchParams, search)).next);
  const isAsked = (await browserSecret()) !== null;
  const { proven, address, keys } = await asViewer(async (viewer) => ({
    proven: viewer.isProven,
    address: viewer.person.email,
    keys: [newFormKey(viewer.person.id), newFormKey(viewer.person.id)] as const,
  }));
  const ask = <OneButtonForm action={askProofAction} formKey={keys[0]} fields={{ next }} label={texts.sendProof} variant={isAsked ? "secondary" : "primary"} />;
  return (
    <>
      <title>{texts.proofTitle}</title>
      <PageHeading title={texts.proofTitle} breadcrumbs={[{ href: "/profile" as Route, label: texts.title }]} lead={leadOf({ proven, isAsked, address })} />
      <Task>
        {proven ? (
          <InternalLink href={next} className="inline-flex min-h-11 items-center font-semibold">
            {texts.goOn}
          </InternalLink>
        ) : isAsked ? (
          <div className="space-y-8">
            <ProveForm action={proveAction} formKey={keys[1]} next={next} />
            <Disclosure summary={texts.newProof}>
              <p>{texts.newProofHelp}</p>
              {ask}
            </Disclosure>
          </div>
        ) : (
          <div className="space-y-6">
            <p>{texts.proofWhy}</p>
            {ask}
          </div>
        )}
      </Task>
    </>
  );
}

function leadOf({ proven, isAsked, address }: { proven: boolean; isAsked: boolean; address: string }): string {
  if (proven) return texts.proven;
  return isAsked ? texts.proofSent(address) : texts.proofLead(address);
}

export default shownPage(ProofPage);
