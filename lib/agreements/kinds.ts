import { agreementKindTexts } from "#lib/texts/agreements";

/** What sort of agreement it is; only one about a casus is more than a plain one. */
export const agreementKinds = ["PLAIN", "START_TALK", "SHARED_ADVICE", "TAILORED"] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** The kinds that are told with an agreement and counted, in the order of the database. */
export const countedKinds = ["START_TALK", "SHARED_ADVICE", "TAILORED"] as const satisfies readonly AgreementKind[];
export type CountedKind = (typeof countedKinds)[number];

/** Whether an advice is applied in class. */
export const appliedAnswers = ["YES", "NOT_YET", "NO"] as const;
export type AdviceApplied = (typeof appliedAnswers)[number];

/** Whether it may be told of an agreement that it is applied: an advice that was shared. */
export function isSharedAdvice({ kind, state }: { kind: AgreementKind; state: string }): boolean {
  return kind === "SHARED_ADVICE" && state === "DONE";
}

/** What a form sends for the owner who is proposed: the CJG-coach of the team. */
export const PROPOSED_OWNER = "proposed";

/** A form in which the boxes of a startgesprek that were left empty say what is usual, so that it takes no typing. */
export function withUsualTalk(sent: FormData): FormData {
  if (sent.get("kind") !== "START_TALK") return sent;
  const usual = { text: agreementKindTexts.usualTalk, ownerId: PROPOSED_OWNER };
  for (const [name, value] of Object.entries(usual)) {
    if (String(sent.get(name) ?? "").trim() === "") sent.set(name, value);
  }
  return sent;
}
