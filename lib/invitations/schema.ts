import { z } from "zod";
import { choice } from "#lib/forms/fields";
import { inviteeTexts } from "#lib/texts/meetings";

const MOMENT = "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z)";
const PERIOD = new RegExp(`^${MOMENT}/${MOMENT}$`);

/** An answer to one's own invitation, with the moment that it is about: a meeting that has moved asks again. */
export const answerByLinkSchema = z.object({
  answer: choice(["ACCEPTED", "DECLINED"], inviteeTexts.nobody),
  period: z.string().max(60).regex(PERIOD).transform((typed) => {
    const [startsAt = "", endsAt = ""] = typed.split("/");
    return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  }).refine(({ startsAt, endsAt }) => startsAt < endsAt),
});
export type AnswerByLink = z.output<typeof answerByLinkSchema>;

/** A period as the form sends it back. */
export function asTyped({ startsAt, endsAt }: AnswerByLink["period"]): string {
  return `${startsAt.toISOString()}/${endsAt.toISOString()}`;
}
