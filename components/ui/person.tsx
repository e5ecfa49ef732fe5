import type { Route } from "next";
import { Fragment, type ReactNode } from "react";
import { Face, FaceGap } from "#components/ui/avatar";
import { Badge } from "#components/ui/badge";
import { CalendarIcon, MailIcon, PhoneIcon } from "#components/ui/icons";
import { InternalLink } from "#components/ui/link";
import { formatDate, formatDistance, type Day } from "#lib/dates";
import { telephoneHref } from "#lib/names";
import { commonTexts } from "#lib/texts/common";

/** How somebody is shown everywhere: face, name, function, organisation, and how to reach them. */
export type PersonDetails = {
  name: string;
  functionName: string;
  organisation: string;
  photoUrl?: string | null;
  phone?: string | null;
  email?: string | null;
  /** "ma, di en do" */
  workingDays?: string | null;
  callMeFor?: string | null;
  /** Why somebody is only here for a while. */
  temporaryReason?: string | null;
};

type PersonLineProps = PersonDetails & {
  href?: Route;
  badge?: ReactNode;
  /** What else is to be known of this person now, below the rest. */
  note?: ReactNode;
  /** Quiet buttons or links for what can be done with this person. */
  children?: ReactNode;
};

type VacancyLineProps = {
  functionName: string;
  /** The first day without anybody, when that is known. */
  since?: Day | null;
  today: Day;
  /** What helps in the meantime, such as who stands in. */
  advice?: ReactNode;
  action?: { href: Route; label: string };
};

/** The list that persons and vacancies stand in, with a hairline between them. */
export function PeopleList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="people-list">
      {children}
    </ul>
  );
}

/** One person of a team, as an item of a `PeopleList`. */
export function PersonLine({ href, badge, note, children, ...person }: PersonLineProps) {
  return (
    <li className="person-line">
      <Face name={person.name} photoUrl={person.photoUrl} />
      <div className="person-about">
        <p className="thumb-target text-lg font-semibold leading-snug">
          {href ? <InternalLink href={href}>{person.name}</InternalLink> : person.name}
          {badge && <span className="ml-2 inline-block">{badge}</span>}
        </p>
        <p>{person.functionName}</p>
        <p className="text-ink-soft">{person.organisation}</p>
        {person.temporaryReason && (
          <p className="mt-1.5">
            <Badge>{commonTexts.temporarily(person.temporaryReason)}</Badge>
          </p>
        )}
        {person.callMeFor && <CallMeFor text={person.callMeFor} />}
        {note}
      </div>
      <div className="person-reach">
        <Reach {...person} />
        {children && <div className="flex flex-wrap gap-x-5 text-sm">{children}</div>}
      </div>
    </li>
  );
}

/** A function nobody fills, as an item of a `PeopleList`: since when, and what to do. */
export function VacancyLine({ functionName, since, today, advice, action }: VacancyLineProps) {
  return (
    <li className="person-line">
      <FaceGap />
      <div className="person-about">
        <p className="text-lg font-semibold leading-snug">{functionName}</p>
        <p>{vacancySentence(since, today)}</p>
        {advice && <div className="mt-1 text-ink-soft">{advice}</div>}
      </div>
      {action && (
        <div className="person-reach">
          <InternalLink href={action.href} className="inline-flex min-h-11 items-center font-semibold print:hidden">
            {action.label}
          </InternalLink>
        </div>
      )}
    </li>
  );
}

/** A telephone number and an e-mail address, each a link big enough for a thumb; a sentence when both are unknown. */
export function Reach({ name, phone, email, workingDays }: Pick<PersonDetails, "name" | "phone" | "email" | "workingDays">) {
  return (
    <>
      {phone && (
        <a href={telephoneHref(phone)} aria-label={`${commonTexts.call(name)}: ${phone}`} className={REACH}>
          <PhoneIcon className="text-ink-soft" />
          <span className="tabular-nums">{phone}</span>
        </a>
      )}
      {email && (
        <a href={`mailto:${email}`} aria-label={`${commonTexts.mail(name)}: ${email}`} className={REACH}>
          <MailIcon className="text-ink-soft" />
          <span className="min-w-0 wrap-anywhere">
            <BreakableAddress email={email} />
          </span>
        </a>
      )}
      {!phone && !email && <p className="py-2 text-ink-soft">{commonTexts.notReachable}</p>}
      {workingDays && (
        <p className="flex items-start gap-2.5 py-2 leading-snug text-ink-soft">
          <CalendarIcon />
          {commonTexts.worksOn(workingDays)}
        </p>
      )}
    </>
  );
}

/** An address may break after its @ and before its dots, and not in the middle of a word. */
export function BreakableAddress({ email }: { email: string }) {
  return email.split(/(?<=@)|(?=\.)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

function CallMeFor({ text }: { text: string }) {
  return (
    <p className="mt-1.5 text-sm">
      <span className="font-semibold">{commonTexts.callMeFor}</span> {text}
    </p>
  );
}

function vacancySentence(since: Day | null | undefined, today: Day): string {
  if (!since) return commonTexts.vacancyUnknown;
  if (since > today) return commonTexts.vacancyFrom(formatDate(since));
  return commonTexts.vacancySince(formatDate(since), formatDistance(today, since));
}

const REACH = "flex min-h-11 items-center gap-2.5 py-1 leading-snug";
