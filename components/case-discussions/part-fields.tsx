import { HiddenField } from "#components/forms/hidden-field";
import { CheckBoxes } from "#components/forms/check-boxes";
import { NowStands } from "#components/forms/now-stands";
import { type Choice, RadioGroup } from "#components/forms/radio-group";
import { SelectField } from "#components/forms/select-field";
import { TextArea } from "#components/forms/text-area";
import type { CasePart } from "#lib/case-discussions/schema";
import { type FormState, type TypedValues, typedValue } from "#lib/forms/form-state";
import type { CircleName } from "#lib/opportunity-circle/rules";
import { caseChoices, caseFormTexts as texts } from "#lib/texts/case-discussions";
import { circleTexts } from "#lib/texts/opportunity-circle";

export type PartFieldsProps = {
  state: FormState;
  part: CasePart;
  /** How long each text may be. */
  longest: Readonly<Record<string, number>>;
  stages: readonly Choice[];
  /** What the elements of the kansencirkel are called. */
  circle: readonly CircleName[];
  /** What stands there now, by the names of the fields, for who was overtaken; null for everybody else. */
  now: TypedValues | null;
};

/** The questions of one page of a casus. There is no field for a name, an age, a gender or a document. */
export function PartFields(props: PartFieldsProps) {
  const asked = { ...props, maxLength: (name: string) => props.longest[name] };
  switch (props.part) {
    case "GOES_WELL":
      return <Text {...asked} name="goesWell" hint={texts.goesWellHint} />;
    case "QUESTION":
      return <Text {...asked} name="question" hint={texts.questionHint} size="small" />;
    case "SITUATION":
      return <Text {...asked} name="situation" hint={texts.situationHint} size="large" />;
    case "SETTING":
      return <Setting {...props} />;
    case "VOICES":
      return (
        <>
          <p className="max-w-prose text-ink-soft">{texts.voicesNote}</p>
          <Voice {...asked} voice="parents" said={texts.parentsSaid} notAsked={texts.parentsNotAsked} />
          <Voice {...asked} voice="pupil" said={texts.pupilSaid} notAsked={texts.pupilNotAsked} />
        </>
      );
    case "PARENTS_INFORMED":
      return (
        <>
          <ChosenOne {...props} name="parentsInformed" hint={texts.parentsInformedHint} options={choicesOf(caseChoices.parentsInformed)} inline />
          <Text {...asked} name="parentsInformedWhy" size="small" />
        </>
      );
    case "NEEDED":
      return <Text {...asked} name="needed" hint={texts.neededHint} optional />;
    case "CIRCLE":
      return <Circle {...asked} />;
    case "OUTCOME":
      return (
        <>
          <Text {...asked} name="together" hint={texts.togetherHint} optional />
          <Text {...asked} name="notDoing" hint={texts.notDoingHint} optional />
          <Text {...asked} name="atHome" hint={texts.atHomeHint} size="small" optional />
        </>
      );
  }
}

type TextName = "goesWell" | "question" | "situation" | "parentsText" | "pupilText" | "parentsInformedWhy" | "needed" | "together" | "notDoing" | "atHome";
type Asked = PartFieldsProps & { maxLength: (name: string) => number | undefined };
type TextProps = Asked & { name: TextName; hint?: string; size?: "small" | "normal" | "large"; optional?: boolean };

function Text(props: TextProps) {
  return <LabelledText {...props} label={texts[props.name]} />;
}

type LabelledTextProps = Omit<TextProps, "name" | "size"> & { name: string; label: string; size?: TextProps["size"] | "line" };

/** A free text, and why its found words may stay: who changes it later is not asked for the same words again. */
function LabelledText({ state, name, label, maxLength, hint, size, optional, now }: LabelledTextProps) {
  const kept = typedValue(state, `${name}Reason`);
  return (
    <div>
      <TextArea state={state} name={name} label={label} hint={hint} size={size} optional={optional} maxLength={maxLength(name)} spellCheck={false} checkedAs="CASE" />
      {kept !== "" && !state.findings?.[name] && <HiddenField name={`${name}Reason`} value={kept} />}
      <NowStands state={state} name={name} now={now} />
    </div>
  );
}

function Setting({ state, stages, now }: PartFieldsProps) {
  const [onlyStage] = stages;
  return (
    <>
      <ChosenOne state={state} now={now} name="kind" options={choicesOf(caseChoices.kind, caseChoices.kindHint)} />
      {stages.length === 1 && onlyStage ? (
        <HiddenField name="stage" value={onlyStage.value} />
      ) : (
        <ChosenOne state={state} now={now} name="stage" options={stages} inline={stages.length < 4} />
      )}
      <div>
        <SelectField state={state} name="theme" label={texts.theme} options={choicesOf(caseChoices.theme)} />
        <NowStands state={state} name="theme" now={now} options={choicesOf(caseChoices.theme)} />
      </div>
      <div>
        <CheckBoxes state={state} name="lifeDomains" label={texts.lifeDomains} hint={texts.lifeDomainsHint} options={choicesOf(caseChoices.lifeDomains)} />
        <NowStands state={state} name="lifeDomains" now={now} options={choicesOf(caseChoices.lifeDomains)} />
      </div>
      <ChosenOne state={state} now={now} name="since" options={choicesOf(caseChoices.since)} />
    </>
  );
}

/** The kansencirkel as a list: for each element how it stands, and one line. */
function Circle({ circle, ...asked }: Asked) {
  return (
    <div className="divide-y divide-rule border-b border-rule">
      <p className="max-w-prose pb-5 text-ink-soft">{circleTexts.note}</p>
      {circle.map(({ element, name, meaning }) => (
        <div key={element} className="space-y-3 py-6">
          <LabelledChoice {...asked} name={`mark${element}`} label={name} hint={meaning} options={choicesOf(circleTexts.marks)} inline />
          <LabelledText {...asked} circle={circle} name={`line${element}`} label={circleTexts.line(name)} size="line" optional />
        </div>
      ))}
    </div>
  );
}

/** What somebody says, or why nobody asked: one choice and one text. */
function Voice({ voice, said, notAsked, ...text }: Omit<TextProps, "name"> & { voice: "parents" | "pupil"; said: string; notAsked: string }) {
  return (
    <div className="space-y-4">
      <ChosenOne {...text} name={voice} options={[{ value: "SAID", label: said }, { value: "NOT_ASKED", label: notAsked }]} />
      <Text {...text} name={`${voice}Text`} hint={undefined} size="small" />
    </div>
  );
}

type ChosenName = "kind" | "stage" | "since" | "parents" | "pupil" | "parentsInformed";
type ChosenProps = Pick<PartFieldsProps, "state" | "now"> & { name: ChosenName; options: readonly Choice[]; hint?: string | undefined; inline?: boolean };

function ChosenOne(props: ChosenProps) {
  return <LabelledChoice {...props} label={texts[props.name]} />;
}

function LabelledChoice({ state, now, name, label, options, hint, inline }: Omit<ChosenProps, "name"> & { name: string; label: string }) {
  return (
    <div>
      <RadioGroup state={state} name={name} label={label} hint={hint} options={options} inline={inline} />
      <NowStands state={state} name={name} now={now} options={options} />
    </div>
  );
}

function choicesOf(labels: Readonly<Record<string, string>>, hints: Readonly<Record<string, string>> = {}): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label, ...(hints[value] && { hint: hints[value] }) }));
}
