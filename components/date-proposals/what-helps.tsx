import { Disclosure } from "#components/ui/details";
import type { SlotAnswer } from "#lib/planning/slot-question";
import { proposalTexts } from "#lib/texts/date-proposals";
import { adviceDetail, adviceLine, closedLine, fewMomentsTitle, notComingLine, planningTexts } from "#lib/texts/planning";

const texts = proposalTexts.search;
const FEW = 3;

/** What stands in the way and what would help when there are few moments; who comes to each; and when the school is closed. */
export function WhatHelps({ slots }: { slots: SlotAnswer }) {
  const { moments, fitting, advice, closed, days } = slots;
  return (
    <div className="space-y-4">
      {fitting < FEW && (
        <section aria-labelledby="what-helps" className="rounded-lg border border-attention-mark bg-attention-wash p-5">
          <h3 id="what-helps">{fewMomentsTitle(slots)}</h3>
          {advice.length === 0 ? (
            <p className="mt-2">{days.open === 0 ? planningTexts.noDayOpenWhy : planningTexts.nothingHelps}</p>
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
        <section aria-labelledby="left-out">
          <h3 id="left-out" className="text-base">
            {texts.closed}
          </h3>
          <ul className="mt-2 divide-y divide-rule rounded-lg bg-sunken text-ink-soft">
            {closed.map(closedLine).map((line) => (
              <li key={`${line.days} ${line.why}`} className="flex flex-wrap gap-x-3 px-4 py-2.5">
                <span className="basis-56 line-through decoration-1">{line.days}</span>
                <span className="min-w-0 flex-1 basis-48">{line.why}</span>
              </li>
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
