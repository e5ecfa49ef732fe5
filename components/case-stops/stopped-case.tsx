import type { Route } from "next";
import { Notice } from "#components/layout/notice";
import { InternalLink } from "#components/ui/link";
import { stoppedCaseTexts as texts } from "#lib/texts/case-stops";

/** All that a team sees of a casus that somebody stopped. */
export function StoppedCase({ meetingHref }: { meetingHref: Route }) {
  return (
    <div className="max-w-task space-y-5">
      <Notice tone="attention">
        <p className="font-semibold">{texts.stopped}</p>
        <p>{texts.why}</p>
      </Notice>
      <p className="max-w-prose">{texts.whatNext}</p>
      <p>
        <InternalLink href={meetingHref} className="inline-flex min-h-11 items-center font-semibold">
          {texts.toMeeting}
        </InternalLink>
      </p>
    </div>
  );
}
