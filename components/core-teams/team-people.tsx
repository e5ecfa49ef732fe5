import type { Route } from "next";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import { PeopleList, PersonLine, Reach, VacancyLine } from "#components/ui/person";
import type { Day } from "#lib/dates";
import { availabilityTexts } from "#lib/texts/availability";
import { coreTeamTexts, oneOf } from "#lib/texts/core-teams";

/** Somebody in a core team, as the list shows a member. */
export type ShownMember = {
  membershipId: string;
  name: string;
  photoUrl: string | null;
  functionName: string;
  organisation: string;
  phone: string | null;
  email: string | null;
  workingDays: string | null;
  /** When this person is away, and who comes instead. */
  away: { when: string; replacement: { name: string; phone: string | null; email: string | null } | null } | null;
  callMeFor: string | null;
  firstDay: Day;
  lastDay: Day | null;
  temporaryReason: string | null;
  /** What the reader may do about this member. */
  links: readonly { href: Route; label: string; about: string }[];
};

/** A place that is empty, with what helps. */
export type ShownVacancy = {
  functionNames: readonly string[];
  since: Day;
  /** From when somebody is known to begin. */
  filledFrom: Day | null;
  advice: string | null;
  ask: { name: string; phone: string } | null;
  action: { href: Route; label: string } | null;
};

export type ShownSeat = { kind: "MEMBER"; member: ShownMember } | { kind: "VACANCY"; vacancy: ShownVacancy };

type TeamPeopleProps = { seats: readonly ShownSeat[]; label: string; day: Day; today: Day };

/** Who sits at the table on a day, with the empty chairs in between. */
export function TeamPeople({ seats, label, day, today }: TeamPeopleProps) {
  return (
    <PeopleList label={label}>
      {seats.map((seat) =>
        seat.kind === "MEMBER" ? (
          <Member key={seat.member.membershipId} member={seat.member} day={day} today={today} />
        ) : (
          <Vacancy key={seat.vacancy.functionNames.join()} vacancy={seat.vacancy} day={day} />
        ),
      )}
    </PeopleList>
  );
}

function Member({ member, day, today }: { member: ShownMember; day: Day; today: Day }) {
  const { firstDay, lastDay, temporaryReason, links, away, ...person } = member;
  const hasLeft = lastDay !== null && lastDay < today;
  return (
    <PersonLine
      {...person}
      functionName={hasLeft ? coreTeamTexts.until(person.functionName, lastDay) : person.functionName}
      note={away && <Away {...away} />}
      temporaryReason={temporaryReason === null ? null : coreTeamTexts.temporary(temporaryReason, hasLeft ? null : lastDay)}
      badge={badgeOf(firstDay > day ? coreTeamTexts.joins(firstDay) : lastDay !== null && !hasLeft && temporaryReason === null ? coreTeamTexts.leaves(lastDay) : null)}
    >
      {links.length > 0 && <MemberLinks links={links} />}
    </PersonLine>
  );
}

function Away({ when, replacement }: NonNullable<ShownMember["away"]>) {
  return (
    <div className="mt-1.5 print:hidden">
      <Badge tone="attention">{when}</Badge>
      {replacement && (
        <>
          <p className="mt-1.5">{availabilityTexts.replacedBy(replacement.name)}</p>
          <Reach {...replacement} />
        </>
      )}
    </div>
  );
}

function badgeOf(words: string | null): ReactNode {
  return words === null ? undefined : <Badge>{words}</Badge>;
}

function MemberLinks({ links }: { links: ShownMember["links"] }) {
  return (
    <>
      {links.map(({ href, label, about }) => (
        <InternalLink key={href} href={href} label={about} className="inline-flex min-h-11 items-center print:hidden">
          {label}
        </InternalLink>
      ))}
    </>
  );
}

function Vacancy({ vacancy, day }: { vacancy: ShownVacancy; day: Day }) {
  const { filledFrom, advice, ask } = vacancy;
  return (
    <VacancyLine
      functionName={oneOf(vacancy.functionNames)}
      since={vacancy.since}
      today={day}
      action={vacancy.action ?? undefined}
      advice={
        (filledFrom !== null || advice !== null) && (
          <>
            {filledFrom !== null && <p>{coreTeamTexts.vacantSoon(filledFrom)}</p>}
            {filledFrom === null && advice !== null && <p>{advice}</p>}
            {filledFrom === null && ask !== null && <Reach name={ask.name} phone={ask.phone} />}
          </>
        )
      }
    />
  );
}
