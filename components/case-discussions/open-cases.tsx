import type { Route } from "next";
import { CaseLink } from "#components/case-discussions/case-link";
import { type CaseLine, CaseBadge, CaseProgress } from "#components/case-discussions/case-lines";
import { Line, Lines } from "#components/layout/lines";
import { Disclosure } from "#components/ui/details";
import { InternalLink } from "#components/ui/link";
import type { Day } from "#lib/dates";
import { openCasesTexts as texts } from "#lib/texts/case-discussions";

/** A casus with its core team and its meeting. `stage` comes in words. */
export type OpenCase = CaseLine & { team: { id: string; name: string }; meeting: { id: string; day: Day } };

const SHOWN = 5;

/** Open casussen on a home page: where each is, and who is to act. Of more than five the others are found at their meetings. */
export function OpenCases({ cases, namesTeam }: { cases: readonly OpenCase[]; namesTeam: boolean }) {
  const nameOf = (name: string, team: { name: string }) => (namesTeam ? texts.ofTeam(name, team.name) : name);
  const meetings = [...new Map(cases.slice(SHOWN).map(({ team, meeting }) => [meeting.id, { team, meeting }])).values()];
  return (
    <>
      <Lines label={texts.title}>
        {cases.slice(0, SHOWN).map((each) => (
          <Line
            key={each.id}
            title={
              <CaseLink casus={{ ...each, meetingId: each.meeting.id }} below={each.state === "CONCEPT" ? "/edit" : ""}>
                {nameOf(each.alias, each.team)}
              </CaseLink>
            }
            aside={each.state === "CONCEPT" && <CaseBadge {...each} />}
          >
            <p>{texts.about(each.stage, each.meeting.day)}</p>
            <CaseProgress {...each} />
          </Line>
        ))}
      </Lines>
      {meetings.length > 0 && (
        <Disclosure summary={texts.more(meetings.length)}>
          <ul>
            {meetings.map(({ team, meeting }) => (
              <li key={meeting.id}>
                <InternalLink href={`/core-teams/${team.id}/meetings/${meeting.id}` as Route} className="inline-flex min-h-11 items-center">
                  {nameOf(texts.meeting(meeting.day), team)}
                </InternalLink>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
