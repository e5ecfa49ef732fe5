import type { Route } from "next";
import { TimeLeft } from "#components/presentation/time-left";
import { LinkButton } from "#components/ui/button";
import { BackIcon } from "#components/ui/icons";
import { formatTime } from "#lib/dates";
import { presentationTexts, presentedCaseTexts as texts } from "#lib/texts/presentation";

type CaseBarProps = {
  title: string;
  /** The item of the agenda at which the casus is talked about; null when the agenda has none. */
  item: { number: number; title: string; startsAt: Date; endsAt: Date } | null;
  now: Date;
  backHref: Route;
};

/** Above a casus on the screen: which one it is, the time there is for it, and the way back to that place in the agenda. */
export function CaseBar({ title, item, now, backHref }: CaseBarProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 pt-4">
      <div>
        <h1 className="text-xl">{title}</h1>
        {item && (
          <p className="flex flex-wrap gap-x-5 text-ink-soft tabular-nums">
            <span>{presentationTexts.fromUntil(formatTime(item.startsAt), formatTime(item.endsAt))}</span>
            <TimeLeft startsAt={item.startsAt.getTime()} endsAt={item.endsAt.getTime()} serverNow={now.getTime()} follows={false} />
          </p>
        )}
      </div>
      <LinkButton href={backHref} variant="secondary" plain>
        <BackIcon />
        {item ? texts.backTo(item.number, item.title) : texts.back}
      </LinkButton>
    </div>
  );
}
