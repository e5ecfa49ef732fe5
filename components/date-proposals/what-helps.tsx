import { Disclosure } from "#components/ui/details";
import type { SlotAnswer } from "#lib/planning/slot-question";
import { proposalTexts } from "#lib/texts/date-proposals";
import { adviceDetail, adviceLine, closedLine, notComingLine, planningTexts } from "#lib/texts/planning";

const texts = proposalTexts.search;
const FEW = 3;

/** What stands in the way and what would help when there are few moments; who comes to each; and when the school is closed. */
export function WhatHelps({ slots }: { slots: SlotAnswer }) {
  const { moments, fitting, advice, closed } = slots;
  return (
    <div className="space-y-4">
      {fitting < FEW && (
        <section aria-labelledby="what-helps" className="rounded-lg border border-attention-mark bg-attention-wash p-5">
          <h3 id="what-helps">{fitting === 0 ? planningTexts.nothingFits : planningTexts.whatHelps}</h3>
          {advice.length === 0 ? (
            <p className="mt-2">{planningTexts.nothingHelps}</p>
          ) : (
            <ul className="mt-2 list-disc space-y-2 pl-6">
              {advice.map((each) => (
                <li key={adviceLine(each) + (adviceDetail(each) ?? "")}>
                  {adviceLine(each)}
                  {adviceDetail(each) && <span className="block text-sm text-ink-soft">{adviceDetail(each)}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {moments.some(({ notComing }) => notComing.length > 0) && <WhoCannot slots={slots} />}
      {closed.length > 0 && (
        <section aria-labelledby="left-out" className="text-ink-soft">
          <h3 id="left-out" className="text-base">
            {texts.closed}
          </h3>
          <ul className="mt-1 text-sm">
            {closed.map((days) => (
              <li key={`${days.kind} ${days.firstDay} ${closedLine(days)}`}>{closedLine(days)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function WhoCannot({ slots: { moments } }: { slots: SlotAnswer }) {
  const lines = [...new Set(moments.flatMap(({ notComing }) => notComing.map(notComingLine)))];
  return (
    <Disclosure summary={texts.details}>
      <ul className="space-y-1">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
