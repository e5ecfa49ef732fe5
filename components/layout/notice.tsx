import type { ReactNode } from "react";
import { ToneMark, type Tone } from "#components/ui/badge";

type NoticeProps = { children: ReactNode; tone?: Tone; title?: string };

/** What just happened and what happens next (`done`), or what somebody should know before going on (`attention`). */
export function Notice({ children, tone = "done", title }: NoticeProps) {
  return (
    <div role={tone === "done" ? "status" : undefined} className={`flex items-baseline gap-3 rounded-lg border px-4 py-3.5 sm:px-5 ${TONES[tone]}`}>
      <span className="scale-130">
        <ToneMark tone={tone} />
      </span>
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        <div className="max-w-prose">{children}</div>
      </div>
    </div>
  );
}

/** The notice at the top of a page, after a form was sent; nothing when there is nothing to say. */
export function PageNotice({ children }: { children: string | null }) {
  if (!children) return null;
  return (
    <div className="pt-6 print:hidden">
      <Notice>{children}</Notice>
    </div>
  );
}

const TONES: Record<Tone, string> = {
  neutral: "border-rule bg-sheet",
  attention: "border-attention-mark bg-attention-wash",
  done: "border-done-mark bg-done-wash print:hidden",
};
