import type { ReactNode } from "react";
import { AppliedPresses } from "#components/agreements/applied-presses";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Notice } from "#components/layout/notice";
import type { AgreementPlace } from "#lib/agreements/schema";
import type { FormAction } from "#lib/forms/form-state";
import { agreementTexts as texts } from "#lib/texts/agreements";

type AgreementNoticeProps = {
  /** What the address says happened, and the sentence about it. */
  code: string | undefined;
  said: string | null;
  /** The agreement that was just closed, and a key to open it again. */
  agreementId: string | undefined;
  formKey: string;
  back: AgreementPlace;
  at?: string;
  setState: FormAction;
  /** What comes next, below it. */
  children?: ReactNode;
};

// Elsewhere the line stays where it is, with the question below it.
const LINES_GO_FROM: readonly AgreementPlace[] = ["home", "mine", "passed", "team"];

/** What has just happened, at the top of a page; with an agreement that was closed, the way back is at hand. */
export function AgreementNotice({ children, ...about }: AgreementNoticeProps) {
  if (!about.said) return null;
  return (
    <div className="pt-6">
      <Notice>
        <AgreementSaid {...about} />
        {children}
      </Notice>
    </div>
  );
}

/** The same words and the same way back, for a notice at the part of a page that changed. */
export function AgreementSaid({ code, said, agreementId, formKey, back, at = "", setState }: Omit<AgreementNoticeProps, "children">) {
  const isShared = code === "agreement-shared";
  const way = code === "agreement-done" || isShared ? { label: texts.reopen, said: texts.finished } : code === "agreement-dropped" ? { label: texts.needed, said: texts.dropped } : null;
  if (!agreementId || !way) return said;
  return (
    <div className="flex flex-wrap items-center gap-x-5">
      {way.said}
      <OneButtonForm action={setState} formKey={formKey} fields={{ agreementId, state: "OPEN", back, at }} label={way.label} />
      {isShared && LINES_GO_FROM.includes(back) && <AppliedPresses agreement={{ id: agreementId, applied: null, formKey }} back={back} at={at} setState={setState} />}
    </div>
  );
}
