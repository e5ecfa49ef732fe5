import type { Route } from "next";
import { Notice } from "#components/layout/notice";
import { InternalLink } from "#components/ui/link";
import { meetingTexts, rescheduleTexts } from "#lib/texts/meetings";

/** Says why something cannot be done to this meeting, instead of a form that would only refuse. */
export function NotPossible({ problem, back }: { problem: keyof typeof rescheduleTexts.notPossible; back: Route }) {
  return (
    <div className="space-y-5">
      <Notice tone="attention">{rescheduleTexts.notPossible[problem]}</Notice>
      <InternalLink href={back} className="inline-flex min-h-11 items-center font-semibold">
        {meetingTexts.backToMeeting}
      </InternalLink>
    </div>
  );
}
