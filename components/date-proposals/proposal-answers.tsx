import { type Column, DataTable } from "#components/ui/data-table";
import { dayOf, formatTime, formatWeekdayMonth } from "#lib/dates";
import type { DateAnswer } from "#lib/date-proposals/rules";
import type { Attendance } from "#lib/meetings/schema";
import { proposalTexts } from "#lib/texts/date-proposals";
import { listed } from "#lib/texts/meetings";

const texts = proposalTexts.page;

type ProposalAnswersProps = {
  moments: readonly { id: string; startsAt: Date }[];
  people: readonly { inviteeId: string; name: string; functionName: string; attendance: Attendance; answers: Readonly<Record<string, DateAnswer>> }[];
};

/** Who said what about each moment, in words. */
export function ProposalAnswers({ moments, people }: ProposalAnswersProps) {
  const columns: Column<string>[] = [
    { key: "who", label: texts.who },
    ...moments.map(({ id, startsAt }) => ({ key: id, label: `${formatWeekdayMonth(dayOf(startsAt))} ${formatTime(startsAt)}` })),
  ];
  const asked = people.filter(({ attendance }) => attendance !== "ON_CALL");
  const onCall = people.filter(({ attendance }) => attendance === "ON_CALL");
  return (
    <>
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={columns}
        rows={asked.map(({ inviteeId, name, functionName, answers }) => ({
          key: inviteeId,
          cells: {
            who: (
              <>
                {name}
                <span className="block text-sm font-normal text-ink-soft">{functionName}</span>
              </>
            ),
            ...Object.fromEntries(moments.map(({ id }) => [id, proposalTexts.answers[answers[id] ?? "NONE"]])),
          },
        }))}
      />
      {onCall.length > 0 && <p className="mt-4 text-ink-soft">{texts.onCall(listed(onCall.map(({ name }) => name)))}</p>}
    </>
  );
}
