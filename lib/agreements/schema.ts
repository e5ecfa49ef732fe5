import { z } from "zod";
import { agreementKinds, appliedAnswers, PROPOSED_OWNER } from "#lib/agreements/kinds";
import { keptWords } from "#lib/anonymity/kept-words";
import { choice, day, id, text, version } from "#lib/forms/fields";
import { caseReturn } from "#lib/presentation/places";
import { agreementFormTexts } from "#lib/texts/agreements";

/** The pages on which something can be done with an agreement; afterwards that page opens again. */
export const agreementPlaces = ["home", "mine", "passed", "team", "meeting", "case", "review", "one"] as const;
export type AgreementPlace = (typeof agreementPlaces)[number];

/** How many characters an agreement may have, and why it is no longer needed. */
export const LONGEST_AGREEMENT = 300;
export const LONGEST_REASON = 200;

/** The states that take one press; that it is no longer needed asks for a reason. */
export const pressedStates = ["OPEN", "UNDER_WAY", "DONE"] as const;
export type PressedState = (typeof pressedStates)[number];

const one = {
  agreementId: id(),
  back: choice(agreementPlaces, "").default("team"),
  /** The meeting at which earlier agreements are reviewed, when that is the page to go back to. */
  at: z.union([z.literal("").transform(() => null), id()]).default(null),
};

/** One press: it is done, it is under way, or it is still to do after all; or, of an advice that was shared, whether it is applied. */
export const setAgreementStateSchema = z.object({ ...one, state: choice(pressedStates, agreementFormTexts.stateMissing), applied: choice(appliedAnswers, agreementFormTexts.stateMissing).optional() });
export type SetAgreementState = z.output<typeof setAgreementStateSchema>;

/** That an agreement is no longer needed, and why. */
export const dropAgreementSchema = z.object({
  ...one,
  version: version(),
  reason: text(LONGEST_REASON, agreementFormTexts.reasonMissing).transform(onOneLine),
  reasonReason: keptWords(),
});
export type DropAgreement = z.output<typeof dropAgreementSchema>;

/** To whom an agreement can be passed on. */
const passKinds = ["person", "function", "organisation"] as const;
export type PassTarget = { kind: (typeof passKinds)[number]; id: string };

/** To whom an agreement is passed on: "person:…", "function:…" or "organisation:…". */
export const passOnAgreementSchema = z.object({ ...one, version: version(), to: passTarget() });
export type PassOnAgreement = z.output<typeof passOnAgreementSchema>;

const promise = {
  text: text(LONGEST_AGREEMENT, agreementFormTexts.textMissing).transform(onOneLine),
  textReason: keptWords(),
  ownerId: id(agreementFormTexts.ownerMissing),
  dueOn: day(agreementFormTexts.dueOnMissing),
};

const kind = choice(agreementKinds, agreementFormTexts.kindMissing);

/** An agreement made at a meeting: what, who, and by when. */
export const agreeAtMeetingSchema = z.object({ meetingId: id(), ...promise });

/** An agreement made at a meeting, with a casus of that meeting and then of a kind, or without. No owner is who is proposed. */
export const makeAgreementSchema = agreeAtMeetingSchema.extend({
  caseDiscussionId: ofCase(),
  kind: kind.default("PLAIN"),
  ownerId: z.union([z.literal(PROPOSED_OWNER).transform(() => null), promise.ownerId], { error: agreementFormTexts.ownerMissing }),
  next: z.enum(["meeting", "another"]).default("meeting"),
  ...caseReturn,
});
export type MakeAgreement = Omit<z.output<typeof makeAgreementSchema>, keyof typeof caseReturn>;

/** What was agreed in other words, for another day, or as another kind. Who does it changes by passing it on. */
export const changeAgreementSchema = z.object({ ...one, version: version(), kind: kind.optional(), text: promise.text, textReason: promise.textReason, dueOn: promise.dueOn });
export type ChangeAgreement = z.output<typeof changeAgreementSchema>;

/** The casus that an agreement is about; null for none. */
export function ofCase() {
  return z.union([z.literal("").transform(() => null), id()]).default(null);
}

/** Who or what is to act, as a select gives it. */
export function passTarget() {
  return z
    .string({ error: agreementFormTexts.toMissing })
    .max(60, { error: agreementFormTexts.toMissing })
    .transform((typed, context): PassTarget => {
      const [kind, target, ...more] = typed.split(":");
      const known = passKinds.find((each) => each === kind);
      const found = z.uuid().safeParse(target);
      if (known && found.success && more.length === 0) return { kind: known, id: found.data };
      context.addIssue({ code: "custom", message: agreementFormTexts.toMissing });
      return z.NEVER;
    });
}

function onOneLine(value: string): string {
  return value.replace(/\s+/g, " ");
}
