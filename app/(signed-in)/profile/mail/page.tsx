import type { Route } from "next";
import { z } from "zod";
import { chooseMailAction } from "#app/(signed-in)/profile/mail/actions";
import { shownPage } from "#app/shown-page";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { MailForm } from "#components/profile/mail-form";
import { asViewer } from "#lib/access/as-viewer";
import { openForm } from "#lib/forms/drafts";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { findMailPreferences } from "#lib/profile/queries";
import { mailPreferenceTexts as texts } from "#lib/texts/mail-preferences";
import { profileTexts } from "#lib/texts/profile";

const search = z.object({ notice: z.string().max(60).optional() });

type MailPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function MailPage({ searchParams }: MailPageProps) {
  const said = noticeOf(await readSearch(searchParams, search));
  const form = await asViewer(async (viewer) => {
    const { weeklyDigest, proposalReminders } = await findMailPreferences(viewer);
    return openForm(viewer, "/profile/mail", { weeklyDigest: weeklyDigest ? "yes" : "", proposalReminders: proposalReminders ? "yes" : "" });
  });
  return (
    <>
      <title>{texts.title}</title>
      <PageNotice>{said}</PageNotice>
      <PageHeading title={texts.title} breadcrumbs={[{ href: "/profile" as Route, label: profileTexts.title }]} lead={texts.lead} />
      <Sections>
        <Section title={texts.choose}>
          <MailForm action={chooseMailAction} {...form} />
        </Section>
        <Section title={texts.always} note={texts.alwaysNote}>
          <ul className="max-w-prose list-disc space-y-2 pl-5">
            {texts.alwaysList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      </Sections>
    </>
  );
}

export default shownPage(MailPage);
