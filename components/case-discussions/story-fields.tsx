import { FormPart } from "#components/case-discussions/form-part";
import { HiddenField } from "#components/forms/hidden-field";
import { type Choice, RadioGroup } from "#components/forms/radio-group";
import { TextArea } from "#components/forms/text-area";
import type { Hearing } from "#lib/case-discussions/schema";
import { typedValue, type FormState } from "#lib/forms/form-state";
import { caseFormTexts as texts } from "#lib/texts/case-discussions";

/** How long each text may be. */
export type Longest = { goesWell: number; question: number; situation: number; voice: number };

/** What a casus says at this moment, shown where it differs from what the reader typed. */
export type StoryNow = { stage: string; goesWell: string; question: string; situation: string; parents: Hearing; parentsText: string; pupil: Hearing; pupilText: string };

type StoryFieldsProps = {
  state: FormState;
  stages: readonly Choice[];
  longest: Longest;
  /** Given when somebody else changed the casus meanwhile. */
  now?: StoryNow | null;
};

/** The questions of a casus, in the order in which a team thinks: first what goes well. */
export function StoryFields({ state, stages, longest, now = null }: StoryFieldsProps) {
  const [onlyStage] = stages;
  const area = { state, spellCheck: false };
  return (
    <>
      <FormPart title={texts.story}>
        <div>
          <TextArea {...area} name="goesWell" label={texts.goesWell} hint={texts.goesWellHint} size="small" maxLength={longest.goesWell} />
          <NowStands state={state} name="goesWell" now={now?.goesWell} />
        </div>
        <div>
          <TextArea {...area} name="question" label={texts.question} hint={texts.questionHint} size="small" maxLength={longest.question} />
          <NowStands state={state} name="question" now={now?.question} />
        </div>
        <div>
          <TextArea {...area} name="situation" label={texts.situation} hint={texts.situationHint} maxLength={longest.situation} />
          <NowStands state={state} name="situation" now={now?.situation} />
        </div>
        {stages.length === 1 && onlyStage ? (
          <HiddenField name="stage" value={onlyStage.value} />
        ) : (
          <div>
            <RadioGroup state={state} name="stage" label={texts.stage} options={stages} inline={stages.length < 4} />
            <NowStands state={state} name="stage" now={now?.stage} shown={stages.find(({ value }) => value === now?.stage)?.label} />
          </div>
        )}
      </FormPart>
      <FormPart title={texts.voices} note={texts.voicesNote}>
        <VoiceFields state={state} about="parents" label={texts.parents} said={texts.parentsSaid} notAsked={texts.parentsNotAsked} textLabel={texts.parentsText} maxLength={longest.voice} now={now} />
        <VoiceFields state={state} about="pupil" label={texts.pupil} said={texts.pupilSaid} notAsked={texts.pupilNotAsked} textLabel={texts.pupilText} maxLength={longest.voice} now={now} />
      </FormPart>
    </>
  );
}

type VoiceFieldsProps = { state: FormState; about: "parents" | "pupil"; label: string; said: string; notAsked: string; textLabel: string; maxLength: number; now: StoryNow | null };

/** What somebody says, or why nobody asked: one choice and one text. */
function VoiceFields({ state, about, label, said, notAsked, textLabel, maxLength, now }: VoiceFieldsProps) {
  const words: Record<Hearing, string> = { SAID: said, NOT_ASKED: notAsked };
  return (
    <div className="space-y-4">
      <RadioGroup
        state={state}
        name={about}
        label={label}
        options={[
          { value: "SAID", label: said },
          { value: "NOT_ASKED", label: notAsked },
        ]}
      />
      <TextArea state={state} name={`${about}Text`} label={textLabel} size="small" maxLength={maxLength} spellCheck={false} />
      <NowStands
        state={state}
        name={`${about}Text`}
        now={now?.[`${about}Text`]}
        shown={now ? `${words[now[about]]} ${now[`${about}Text`]}` : undefined}
        differs={now !== null && typedValue(state, about) !== now[about]}
      />
    </div>
  );
}

type NowStandsProps = { state: FormState; name: string; now: string | undefined; shown?: string | undefined; differs?: boolean };

/** The answer as it stands now, below what was typed, when the two are not the same. */
function NowStands({ state, name, now, shown = now, differs = false }: NowStandsProps) {
  if (now === undefined || (!differs && plain(typedValue(state, name)) === plain(now))) return null;
  return (
    <div className="mt-2 rounded-md border border-attention-mark bg-attention-wash px-4 py-3">
      <p className="text-sm font-semibold">{texts.nowStands}</p>
      <p className="mt-0.5 whitespace-pre-wrap wrap-anywhere">{shown}</p>
    </div>
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
