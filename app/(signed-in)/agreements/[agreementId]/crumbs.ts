import type { Route } from "next";
import type { Agreement } from "#lib/agreements/lines";
import type { AgreementContext } from "#lib/agreements/rules";
import { agreementTexts } from "#lib/texts/agreements";

/** The way back from one agreement: to the team, and to its agreements. */
export function teamAgreementCrumbs({ team }: Pick<Agreement, "team">) {
  return [
    { href: `/core-teams/${team.id}` as Route, label: team.name },
    { href: `/core-teams/${team.id}/agreements` as Route, label: agreementTexts.all },
  ];
}

/** The way back from a page below one agreement: also to that agreement. */
export function agreementCrumbs(agreement: Pick<Agreement, "id" | "team">) {
  return [...teamAgreementCrumbs(agreement), { href: `/agreements/${agreement.id}` as Route, label: agreementTexts.one }];
}

/** Where an agreement belongs. */
export function contextOf({ id, team, meeting, caseDiscussion }: Pick<Agreement, "id" | "team" | "meeting" | "caseDiscussion">): AgreementContext {
  return { id, coreTeamId: team.id, meetingId: meeting.id, caseDiscussionId: caseDiscussion?.id ?? null };
}
