import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { choice, day, id, optionalDay, optionalText, text, version } from "#lib/forms/fields";
import { agreementFormTexts } from "#lib/texts/agreements";

/** The pages on which an agreement can be ticked off; afterwards that page opens again. */
export const agreementPlaces = ["home", "mine", "team", "meeting", "case"] as const;
export type AgreementPlace = (typeof agreementPlaces)[number];

/** How many characters an agreement may have. */
export const LONGEST_AGREEMENT = 300;

const one = { agreementId: id(), back: choice(agreementPlaces, "").default("team") };

/** Ticking an agreement off, and taking that back. */
export const finishAgreementSchema = z.object(one);
export type FinishAgreement = z.output<typeof finishAgreementSchema>;

export const reopenAgreementSchema = z.object(one);
export type ReopenAgreement = z.output<typeof reopenAgreementSchema>;

const promise = {
  text: text(LONGEST_AGREEMENT, agreementFormTexts.textMissing).transform(onOneLine),
  textReason: keptWords(),
  ownerId: id(agreementFormTexts.ownerMissing),
  dueOn: day(agreementFormTexts.dueOnMissing),
};

/** An agreement made at a meeting, without a casus. */
export const makeAgreementSchema = z.object({ meetingId: id(), ...promise, next: z.enum(["meeting", "another"]).default("meeting") });
export type MakeAgreement = z.output<typeof makeAgreementSchema>;

/** What was agreed in other words, by somebody else or on another day. */
export const changeAgreementSchema = z.object({ agreementId: id(), version: version(), ...promise });
export type ChangeAgreement = z.output<typeof changeAgreementSchema>;

/** The fields of an agreement that stands among others in a form and may stay empty: `agreement1Text` and so on. */
export function agreementRow(row: number) {
  const ownerMissing = agreementFormTexts.inRow(row, agreementFormTexts.ownerMissing);
  return {
    text: optionalText(LONGEST_AGREEMENT).transform((value) => value && onOneLine(value)),
    reason: keptWords(),
    owner: z.union([z.literal("").transform(() => null), id(ownerMissing)]).default(null),
    due: optionalDay(),
  };
}

function onOneLine(value: string): string {
  return value.replace(/\s+/g, " ");
}
