import type { Route } from "next";
import type { ReactNode } from "react";
import { type OpenCase, OpenCases } from "#components/case-discussions/open-cases";
import { Section } from "#components/layout/section";
import { Face } from "#components/ui/avatar";
import { Badge } from "#components/ui/badge";
import { LinkButton } from "#components/ui/button";
import { type Column, DataTable, type Row } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { NextThing } from "#components/ui/next-thing";
import { Pagination } from "#components/ui/pagination";
import { TabsLinks } from "#components/ui/tabs-links";
import { type Day, dayOf, formatDistance, formatPeriod } from "#lib/dates";
import { telephoneHref } from "#lib/names";
import type { PartnerSchool, PartnerSchools } from "#lib/rollout/queries";
import { homePath } from "#lib/rollout/schema";
import { openCasesTexts } from "#lib/texts/case-discussions";
import { oneOf } from "#lib/texts/core-teams";
import { partnerHomeTexts as texts } from "#lib/texts/home";

/** `openCases` are those of all these schools; on the first page of all schools only. */
export type PartnerHomeData = { list: PartnerSchools; openCases: readonly OpenCase[]; pageSize: number; period: "" | "soon"; job: string; today: Day };

const columns: Column<"school" | "next" | "contact" | "open">[] = [
  { key: "school", label: texts.columns.school },
  { key: "next", label: texts.columns.next, compact: true },
  { key: "contact", label: texts.columns.contact },
  { key: "open", label: texts.columns.open },
];

/** The schools of a partner, one line each, with what waits for this person on top. */
export function PartnerHome({ home: { list, openCases, pageSize, period, job, today }, waiting }: { home: PartnerHomeData; waiting: ReactNode }) {
  const query = { job, period };
  return (
    <div className="space-y-8">
      {list.page === 1 && period === "" && <Next schools={list.schools} today={today} />}
      {waiting}
      <TabsLinks
        label={texts.views}
        items={[
          { href: homePath(job) as Route, label: texts.all, current: period === "" },
          { href: homePath(job, { period: "soon" }) as Route, label: texts.soon, current: period === "soon" },
        ]}
      />
      {list.total === 0 ? (
        <Nothing period={period} job={job} />
      ) : (
        <>
          <DataTable caption={texts.caption(list.total)} columns={columns} rows={list.schools.map((school) => rowOf(school, today))} />
          {list.total > pageSize && <Pagination page={list.page} pageSize={pageSize} total={list.total} pathname={"/" as Route} query={query} />}
        </>
      )}
      {openCases.length > 0 && (
        <Section title={openCasesTexts.title}>
          <OpenCases cases={openCases} namesTeam />
        </Section>
      )}
    </div>
  );
}

/** An invitation that waits for an answer goes first, then what is late, then simply the next meeting. */
function Next({ schools, today }: { schools: readonly PartnerSchool[]; today: Day }) {
  const waiting = schools.filter(({ next, ownAnswer }) => next !== null && ownAnswer === "NONE");
  const late = schools.reduce((sum, { ownLate }) => sum + ownLate, 0);
  const [asked] = waiting;
  const [first] = schools.filter(({ next, ownAnswer }) => next !== null && ownAnswer !== "DECLINED" && ownAnswer !== "ON_CALL");
  if (asked?.next) {
    const { id, startsAt, endsAt } = asked.next;
    return (
      <NextThing title={texts.answerTitle(asked.name)} day={dayOf(startsAt)} action={<LinkButton href={meetingHref(asked.coreTeamId, id)}>{texts.answerAction}</LinkButton>}>
        <p>{formatPeriod(startsAt, endsAt)}</p>
        {waiting.length > 1 && <p className="text-ink-soft">{texts.answerMore(waiting.length - 1)}</p>}
      </NextThing>
    );
  }
  if (late > 0) return <NextThing title={texts.lateTitle(late)} action={<LinkButton href={"/agreements" as Route}>{texts.lateAction}</LinkButton>} />;
  if (!first?.next) return null;
  const { id, startsAt, endsAt } = first.next;
  return (
    <NextThing title={texts.nextTitle(first.name, formatDistance(today, dayOf(startsAt)))} day={dayOf(startsAt)} action={<LinkButton href={meetingHref(first.coreTeamId, id)}>{texts.nextAction}</LinkButton>}>
      <p>{formatPeriod(startsAt, endsAt)}</p>
    </NextThing>
  );
}

function rowOf(school: PartnerSchool, today: Day): Row<"school" | "next" | "contact" | "open"> {
  const { schoolId, name, place, coreTeamId, next, ownAnswer, contact } = school;
  return {
    key: `${schoolId}-${coreTeamId}`,
    cells: {
      school: (
        <>
          <InternalLink href={`/core-teams/${coreTeamId}` as Route}>{name}</InternalLink>
          <span className="block font-normal text-ink-soft">{place}</span>
          {school.places.vacant.length > 0 && <span className="block text-sm font-normal text-attention">{texts.vacant(school.places.vacant.map(oneOf))}</span>}
        </>
      ),
      next: next === null ? <Badge tone="attention">{texts.noDate}</Badge> : <NextMeeting coreTeamId={coreTeamId} next={next} answer={ownAnswer} today={today} />,
      contact: contact === null ? texts.noContact : <Contact {...contact} />,
      open: <OpenCount {...school} />,
    },
  };
}

function NextMeeting({ coreTeamId, next, answer, today }: { coreTeamId: string; next: { id: string; startsAt: Date; endsAt: Date }; answer: PartnerSchool["ownAnswer"]; today: Day }) {
  const distance = formatDistance(today, dayOf(next.startsAt));
  return (
    <>
      <InternalLink href={meetingHref(coreTeamId, next.id)}>
        <time dateTime={next.startsAt.toISOString()}>{formatPeriod(next.startsAt, next.endsAt)}</time>
      </InternalLink>
      {distance !== null && <span className="block text-ink-soft">{distance}</span>}
      {answer === "NONE" && <span className="mt-1 block"><Badge tone="attention">{texts.noAnswer}</Badge></span>}
      {answer === "ON_CALL" && <span className="block text-sm text-ink-soft">{texts.onCall}</span>}
      {answer === "DECLINED" && <span className="mt-1 block"><Badge>{texts.declined}</Badge></span>}
    </>
  );
}

function Contact({ name, photoUrl, functionName, phone }: NonNullable<PartnerSchool["contact"]>) {
  return (
    <span className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <Face name={name} photoUrl={photoUrl} size="small" />
      {/* The row stands on the line of the name; a photo has no line of its own. */}
      <span className="min-w-0 flex-[1_1_7rem] self-baseline">
        <span className="block">
          {name}
          <span className="text-ink-soft">, {functionName}</span>
        </span>
        {phone === null ? (
          <span className="text-ink-soft">{texts.noPhone}</span>
        ) : (
          <a href={telephoneHref(phone)} aria-label={texts.call(name, phone)} className="inline-flex min-h-11 items-center whitespace-nowrap tabular-nums">
            {phone}
          </a>
        )}
      </span>
    </span>
  );
}

function OpenCount({ open, ownOpen, ownLate }: Pick<PartnerSchool, "open" | "ownOpen" | "ownLate">) {
  return (
    <>
      <span className="tabular-nums">{texts.open(open)}</span>
      {ownOpen > 0 && <span className="block text-ink-soft">{texts.own(ownOpen)}</span>}
      {ownLate > 0 && <span className="mt-1 block"><Badge tone="attention">{texts.ownLate(ownLate)}</Badge></span>}
    </>
  );
}

function Nothing({ period, job }: { period: "" | "soon"; job: string }) {
  if (period === "") {
    return (
      <EmptyState title={texts.emptyTitle} level={2}>
        <p>{texts.empty}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={texts.emptySoonTitle} level={2} action={<InternalLink href={homePath(job) as Route} className="inline-flex min-h-11 items-center">{texts.toAll}</InternalLink>}>
      <p>{texts.emptySoon}</p>
    </EmptyState>
  );
}

function meetingHref(coreTeamId: string, meetingId: string): Route {
  return `/core-teams/${coreTeamId}/meetings/${meetingId}` as Route;
}
