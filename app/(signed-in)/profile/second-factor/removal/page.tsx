import type { Route } from "next";
import { redirect } from "next/navigation";
import { removeSecondFactorAction } from "#app/(signed-in)/profile/second-factor/actions";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { proofPath, secondFactorPath } from "#lib/auth/destinations";
import { findOwnSecondFactor } from "#lib/auth/second-factor/entering";
import { newFormKey } from "#lib/forms/form-key";
import { profileTexts } from "#lib/texts/profile";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

const HERE = "/profile/second-factor/removal";

async function RemovalPage() {
  const { factor, assured, proven, formKey } = await asViewer(async (viewer) => ({
    factor: (await findOwnSecondFactor(viewer)).factor,
    assured: viewer.isHighlyAssured,
    proven: viewer.isProven,
    formKey: newFormKey(viewer.person.id),
  }));
  // First who asks, then what for.
  if (factor && !assured) redirect(secondFactorPath(HERE));
  if (factor && !proven) redirect(proofPath(HERE));
  const back = { href: "/profile/second-factor" as Route, label: texts.back };
  return (
    <>
      <title>{texts.removalTitle}</title>
      <PageHeading title={texts.removalTitle} breadcrumbs={[{ href: "/profile" as Route, label: profileTexts.title }, { href: back.href, label: texts.ownTitle }]} />
      <Task>
        {factor ? (
          <ConsequencePage
            consequences={[{ count: 1, text: texts.removalApps }, { count: factor.codesLeft, text: texts.removalCodes(factor.codesLeft) }].filter(({ count }) => count > 0)}
            keeps={[texts.removalKeeps]}
            form={<OneButtonForm action={removeSecondFactorAction} formKey={formKey} label={texts.remove} variant="danger" />}
            back={back}
          >
            <p>{texts.removalIntro}</p>
          </ConsequencePage>
        ) : (
          <div className="space-y-4">
            <p>{texts.nothingToRemove}</p>
            <InternalLink href={back.href} className="inline-flex min-h-11 items-center font-semibold">
              {back.label}
            </InternalLink>
          </div>
        )}
      </Task>
    </>
  );
}

export default shownPage(RemovalPage);
