import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import type { FormState } from "#lib/forms/form-state";
import { agendaFormTexts as texts } from "#lib/texts/agenda";

/** How long what somebody types may be, in characters. */
export type ItemLengths = { title: number; explanation: number };

type ItemFieldsProps = {
  state: FormState;
  lengths: ItemLengths;
  /** How the fields ask: of somebody who brings something in, or about an item that comes back. */
  words: { title: string; titleHint?: string; explanationHint: string; minutesHint?: string };
};

/** What an item of an agenda is about, in its own words. */
export function ItemTexts({ state, lengths, words }: ItemFieldsProps) {
  return (
    <>
      <TextArea state={state} name="title" label={words.title} hint={words.titleHint} size="small" maxLength={lengths.title} spellCheck={false} checkedAs="WORK" />
      <TextArea state={state} name="explanation" label={texts.explanation} hint={words.explanationHint} size="small" maxLength={lengths.explanation} spellCheck={false} checkedAs="WORK" optional />
    </>
  );
}

/** How long an item takes. */
export function MinutesField({ state, hint }: { state: FormState; hint?: string }) {
  return <TextField state={state} name="minutes" label={texts.minutes} hint={hint} inputMode="numeric" maxLength={3} width="tiny" />;
}

/** Questions to talk about, one a line. */
export function QuestionsField({ state }: { state: FormState }) {
  return <TextArea state={state} name="questions" label={texts.questions} hint={texts.questionsHint} spellCheck={false} checkedAs="WORK" optional />;
}
