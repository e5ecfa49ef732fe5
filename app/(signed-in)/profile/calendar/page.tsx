import type { Route } from "next";
import { z } from "zod";
import { makeCalendarAddressAction, stopCalendarAddressAction } from "#app/(signed-in)/profile/calendar/actions";
import { shownPage } from "#app/shown-page";
import { CalendarAddress } from "#components/calendar/calendar-address";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { buttonClass } from "#components/ui/button";
import { asViewer } from "#lib/access/as-viewer";
import { findCalendarAddress } from "#lib/calendar/queries";
import { formatDate } from "#lib/dates";
import { env } from "#lib/env";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { calendarPageTexts as texts } from "#lib/texts/calendar";
import { profileTexts } from "#lib/texts/profile";

const search = z.object({ notice: z.string().max(60).optional() });

async function CalendarPage({ searchParams }: PageProps<"/profile/calendar">) {
  const said = noticeOf(await readSearch(searchParams, search));
  const page = await asViewer(async (viewer) => ({
    address: await findCalendarAddress(viewer),
    makeKey: newFormKey(viewer.person.id),
    stopKey: newFormKey(viewer.person.id),
  }));
  const { address } = page;
  return (
    <>
      <title>{texts.title}</title>
      <PageNotice>{said}</PageNotice>
      <PageHeading title={texts.title} breadcrumbs={[{ href: "/profile" as Route, label: profileTexts.title }]} lead={texts.lead} />
      <Sections>
        {address ? (
          <Section title={texts.address} note={texts.since(formatDate(address.since))}>
            <Address path={address.path} />
          </Section>
        ) : (
          <Section title={texts.none}>
            <p className="mb-5">{texts.noneLead}</p>
            <OneButtonForm action={makeCalendarAddressAction} formKey={page.makeKey} label={texts.make} variant="primary" />
          </Section>
        )}
        {address && (
          <Section title={texts.how}>
            <dl className="space-y-3">
              {texts.programs.map(({ name, steps }) => (
                <div key={name}>
                  <dt className="font-semibold">{name}</dt>
                  <dd>{steps}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-5">{texts.pace}</p>
            <p className="mt-3">{texts.twice}</p>
          </Section>
        )}
        <Section title={texts.what}>
          <ul className="list-disc space-y-1.5 pl-5">
            {texts.whatLines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
        {address && (
          <Section title={texts.change}>
            <p className="mb-4">{texts.changeLead}</p>
            <div className="flex flex-wrap gap-3">
              <OneButtonForm action={makeCalendarAddressAction} formKey={page.makeKey} label={texts.replace} variant="secondary" />
              <OneButtonForm action={stopCalendarAddressAction} formKey={page.stopKey} label={texts.stop} variant="secondary" />
            </div>
          </Section>
        )}
      </Sections>
    </>
  );
}

function Address({ path }: { path: string }) {
  const address = `${env().APP_URL}${path}`;
  return (
    <div className="space-y-5">
      <p>
        <a href={address.replace(/^https?:/, "webcal:")} className={buttonClass("primary")}>
          {texts.subscribe}
        </a>
      </p>
      <CalendarAddress address={address} label={texts.https} />
      <p className="text-ink-soft">{texts.secret}</p>
    </div>
  );
}

export default shownPage(CalendarPage);
