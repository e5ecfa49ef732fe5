import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { InternalLink } from "#components/ui/link";
import { Progress } from "#components/ui/progress";
import { dayOf, type Day, formatDay } from "#lib/dates";
import type { ProposalLine } from "#lib/date-proposals/queries";
import { proposalTexts } from "#lib/texts/date-proposals";
import { meetingKindNames } from "#lib/texts/meetings";

const texts = proposalTexts;

/** The date proposals of a team that wait for answers, or for a choice; nothing when there are none. */
export function OpenProposals({ proposals, base, today }: { proposals: readonly ProposalLine[]; base: Route; today: Day }) {
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals" className="mb-10">
      <h2 id="proposals" className="mb-4">
        {texts.list.title}
      </h2>
      <Lines>
        {proposals.map(({ id, kind, deadline, asked, answered }) => (
          <Line key={id} title={<InternalLink href={`${base}/${id}` as Route}>{texts.list.about(meetingKindNames[kind])}</InternalLink>}>
            <Progress value={answered} max={asked} label={texts.list.line(answered, asked)} />
            <p className="text-ink-soft">{untilWhen(dayOf(new Date(deadline.getTime() - 1)), today)}</p>
          </Line>
        ))}
      </Lines>
    </section>
  );
}

function untilWhen(lastDay: Day, today: Day): string {
  return lastDay < today ? texts.page.passed(formatDay(lastDay)) : texts.page.until(formatDay(lastDay));
}
