import type { Route } from "next";
import { LinkButton } from "#components/ui/button";
import { NextThing } from "#components/ui/next-thing";
import { InternalLink } from "#components/ui/link";
import { dayOf, type Day, formatDay } from "#lib/dates";
import type { OwnQuestion } from "#lib/date-proposals/queries";
import { proposalTexts } from "#lib/texts/date-proposals";

const texts = proposalTexts.list;

/** The date proposals that wait for the reader's own answer: the first to end on top. Nothing when there are none. */
export function OwnQuestions({ questions, today }: { questions: readonly OwnQuestion[]; today: Day }) {
  const [first, ...others] = questions;
  if (!first) return null;
  return (
    <div className="mb-10">
      <NextThing title={texts.ownTitle(first.teamName)} action={<LinkButton href={first.path as Route}>{texts.own}</LinkButton>}>
        <p>{texts.ownLine(first.moments, lastDayIn(first, today))}</p>
        {others.map(({ proposalId, path, teamName }) => (
          <p key={proposalId}>
            <InternalLink href={path as Route} className="inline-flex min-h-11 items-center">
              {texts.ownTitle(teamName)}
            </InternalLink>
          </p>
        ))}
      </NextThing>
    </div>
  );
}

// The deadline is the night after the last day.
function lastDayIn({ deadline }: OwnQuestion, today: Day): string {
  const day = dayOf(new Date(deadline.getTime() - 1));
  return day === today ? texts.today : formatDay(day);
}
