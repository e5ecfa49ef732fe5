import type { Route } from "next";
import { z } from "zod";
import { beginSetUpAction } from "#app/(signed-in)/profile/second-factor/actions";
import { enterAppCodeAction, enterRecoveryCodeAction } from "#app/(signed-in)/second-factor/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { AppCodeForm, RecoveryCodeForm } from "#components/second-factor/code-forms";
import { Helpers } from "#components/second-factor/helpers";
import { GetApp } from "#components/second-factor/set-up-steps";
import { Disclosure } from "#components/ui/details";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { safeDestination, secondFactorPath } from "#lib/auth/destinations";
import { findOwnSecondFactor } from "#lib/auth/second-factor/entering";
import { inGroupsOf } from "#lib/auth/second-factor/totp";
import { newFormKey } from "#lib/forms/form-key";
import { readSearch } from "#lib/forms/params";
import { type Helper, listFactorHelpers } from "#lib/people/queries";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

const search = z.object({ next: z.string().max(300).default("/"), kept: z.string().max(1).optional(), with: z.enum(["app", "recovery-code"]).default("app") });

type Way = "DONE" | "SET_UP" | "APP" | "RECOVERY_CODE";

async function SecondFactorPage({ searchParams }: PageProps<"/second-factor">) {
  const asked = await readSearch(searchParams, search);
  const next = safeDestination(asked.next);
  const { assured, factor, helpers, formKey } = await asViewer(async (viewer) => {
    const { factor } = await findOwnSecondFactor(viewer);
    const asks = factor !== null && !viewer.isHighlyAssured;
    return { assured: viewer.isHighlyAssured, factor, helpers: asks ? await listFactorHelpers(viewer) : [], formKey: newFormKey(viewer.person.id) };
  });
  const way = assured ? "DONE" : !factor ? "SET_UP" : asked.with === "app" ? "APP" : "RECOVERY_CODE";
  const here = secondFactorPath(next, asked.kept !== undefined);
  const demo = way === "APP" ? factor?.demo : undefined;
  const title = way === "SET_UP" ? texts.setUpTitle : texts.title;
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} lead={leadOf(way)} />
      <Task>
        <div className="space-y-8">
          {asked.kept && way !== "DONE" && <Notice tone="neutral">{texts.kept}</Notice>}
          {demo && <Notice tone="neutral">{demo.code ? texts.demoCode(inGroupsOf(3, demo.code)) : texts.demoWait}</Notice>}
          {way === "DONE" && (
            <InternalLink href={next} className="inline-flex min-h-11 items-center font-semibold" plain>
              {texts.goOn}
            </InternalLink>
          )}
          {way === "SET_UP" && <GetApp begin={<OneButtonForm action={beginSetUpAction} formKey={formKey} fields={{ next }} label={texts.begin} variant="primary" />} />}
          {way === "APP" && <AppCodeForm action={enterAppCodeAction} formKey={formKey} next={next} />}
          {way === "RECOVERY_CODE" && <RecoveryCodeForm action={enterRecoveryCodeAction} formKey={formKey} next={next} />}
          {(way === "APP" || way === "RECOVERY_CODE") && <OtherWays way={way} here={here} helpers={helpers} />}
        </div>
      </Task>
    </>
  );
}

function OtherWays({ way, here, helpers }: { way: "APP" | "RECOVERY_CODE"; here: string; helpers: readonly Helper[] }) {
  return (
    <div className="space-y-2">
      <p>
        <InternalLink href={(way === "APP" ? `${here}&with=recovery-code` : here) as Route} className="inline-flex min-h-11 items-center">
          {way === "APP" ? texts.noPhone : texts.withApp}
        </InternalLink>
      </p>
      <Disclosure summary={texts.stuck}>
        <p>{texts.stuckClock}</p>
        <p>{texts.stuckLost}</p>
        <Helpers helpers={helpers} />
      </Disclosure>
      <p className="max-w-prose text-ink-soft">{texts.howLong}</p>
    </div>
  );
}

function leadOf(way: Way): string {
  return { DONE: texts.done, SET_UP: texts.setUpLead, APP: texts.lead, RECOVERY_CODE: texts.recoveryLead }[way];
}

export default shownPage(SecondFactorPage);
