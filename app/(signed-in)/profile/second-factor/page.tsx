import type { Route } from "next";
import type { ReactNode } from "react";
import { z } from "zod";
import { beginSetUpAction, confirmSetUpAction, renewCodesAction } from "#app/(signed-in)/profile/second-factor/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { Task } from "#components/layout/task";
import { AppCodeForm } from "#components/second-factor/code-forms";
import { ConnectApp, GetApp } from "#components/second-factor/set-up-steps";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { safeDestination } from "#lib/auth/destinations";
import { findOwnSecondFactor, type OwnFactor } from "#lib/auth/second-factor/entering";
import { qrCodeOf } from "#lib/auth/second-factor/qr-code";
import { inGroupsOf, keyAddress } from "#lib/auth/second-factor/totp";
import { dayOf, formatDate } from "#lib/dates";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { layoutTexts } from "#lib/texts/layout";
import { profileTexts } from "#lib/texts/profile";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

const LINK = "inline-flex min-h-11 items-center";

const search = z.object({ next: z.string().max(300).default("/"), notice: z.string().max(60).optional() });

async function OwnSecondFactorPage({ searchParams }: PageProps<"/profile/second-factor">) {
  const asked = await readSearch(searchParams, search);
  const next = safeDestination(asked.next);
  const { factor, key, address, keys } = await asViewer(async (viewer) => {
    const { factor, setUp } = await findOwnSecondFactor(viewer);
    return { factor, key: setUp?.key ?? null, address: viewer.person.email, keys: [newFormKey(viewer.person.id), newFormKey(viewer.person.id)] as const };
  });
  const begin = (label: string, variant: "primary" | "secondary" | "quiet") => <OneButtonForm action={beginSetUpAction} formKey={keys[0]} fields={{ next }} label={label} variant={variant} />;
  const title = factor && !key ? texts.ownTitle : texts.setUpTitle;
  return (
    <>
      <title>{title}</title>
      <PageNotice>{noticeOf(asked)}</PageNotice>
      <PageHeading title={title} breadcrumbs={[{ href: "/profile" as Route, label: profileTexts.title }]} lead={leadOf(factor, key)} />
      {key ? (
        <Task>
          <ConnectApp
            qrCode={qrCodeOf(keyAddress(key, layoutTexts.appName, address))}
            address={keyAddress(key, layoutTexts.appName, address)}
            keyGroups={inGroupsOf(4, key)}
            form={<AppCodeForm action={confirmSetUpAction} formKey={keys[1]} next={next} first />}
            again={begin(texts.startAgain, "quiet")}
          />
        </Task>
      ) : factor ? (
        <OwnFactorSections factor={factor} replace={begin(texts.replace, "secondary")} renew={<OneButtonForm action={renewCodesAction} formKey={keys[1]} label={texts.renew} variant="secondary" />} />
      ) : (
        <Task>
          <GetApp begin={begin(texts.begin, "primary")} />
        </Task>
      )}
    </>
  );
}

function OwnFactorSections({ factor, replace, renew }: { factor: OwnFactor; replace: ReactNode; renew: ReactNode }) {
  return (
    <Sections>
      <Section title={texts.ownCodes} note={texts.ownCodesNote}>
        <p className="mb-4">{texts.codesLeft(factor.codesLeft)}</p>
        {renew}
      </Section>
      <Section title={texts.ownApp} note={texts.ownAppNote}>
        {replace}
      </Section>
      <Section title={texts.removal}>
        <InternalLink href={"/profile/second-factor/removal" as Route} className={LINK}>
          {texts.toRemoval}
        </InternalLink>
      </Section>
    </Sections>
  );
}

function leadOf(factor: OwnFactor | null, key: string | null): string | undefined {
  if (key) return undefined;
  return factor ? texts.ownLead(formatDate(dayOf(factor.setUpAt))) : texts.setUpLead;
}

export default shownPage(OwnSecondFactorPage);
