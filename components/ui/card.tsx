import type { ReactNode } from "react";

type CardProps = { children: ReactNode; tone?: "plain" | "attention" | "done" };

/** A sheet on the page, for what belongs together and could be mistaken for something else. */
export function Card({ children, tone = "plain" }: CardProps) {
  return <div className={`rounded-lg border p-5 @container sm:p-6 ${TONES[tone]}`}>{children}</div>;
}

const TONES = {
  plain: "border-rule bg-sheet shadow-sheet",
  attention: "border-attention-mark bg-attention-wash",
  done: "border-done-mark bg-done-wash",
} as const;
