import { fieldId } from "#components/forms/field-parts";
import { ChoiceLine } from "#components/forms/radio-group";
import { ReplaceWords } from "#components/forms/replace-words";
import { ForwardIcon } from "#components/ui/icons";
import { ToneMark } from "#components/ui/badge";
import { type Finding, keepReasons, keptValue } from "#lib/anonymity/schema";
import { typedValue, type FormState } from "#lib/forms/form-state";
import { distinctFindings, markedText, relocated } from "#lib/forms/marked-text";
import { anonymityTexts } from "#lib/texts/anonymity";
import { formTexts } from "#lib/texts/forms";

type FindingsProps = { state: FormState; name: string; findings: readonly Finding[] };

/** A typed text with the words marked that may identify somebody, what to write instead, and why they may stay. */
export function Findings({ state, name, findings }: FindingsProps) {
  const id = fieldId(name);
  const reasonId = fieldId(`${name}Reason`);
  const typed = typedValue(state, name).normalize("NFC");
  const reasons = keepReasons.map((reason) => ({ value: keptValue(reason, findings), label: anonymityTexts.keep[reason] }));
  // A reason that was given for other words counts no more.
  const given = typedValue(state, `${name}Reason`);
  const chosen = reasons.some(({ value }) => value === given) ? given : "";
  return (
    <section aria-labelledby={`${id}-findings`} className="mt-3 rounded-lg border border-rule bg-sheet p-4 sm:p-5">
      <h3 id={`${id}-findings`} className="flex items-baseline gap-2.5 text-base">
        <ToneMark tone="attention" />
        {formTexts.findingsTitle}
      </h3>
      <p className="mt-2 text-sm text-ink-soft">{formTexts.findingsIntro}</p>
      <p className="mt-1 whitespace-pre-wrap">
        {markedText(typed, relocated(typed, findings)).map((part, index) =>
          part.marked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )}
      </p>
      <ul className="mt-3 border-t border-rule">
        {distinctFindings(findings).map((finding) => (
          <li key={`${finding.start}-${finding.end}`} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule py-1.5">
            <p className="py-1">
              <mark>{finding.text}</mark> <ForwardIcon className="mx-1 align-[-0.2em] text-ink-soft" /> {formTexts.findingSuggestion(finding.suggestion)}
            </p>
            <ReplaceWords fieldId={id} words={finding.text} replacement={finding.suggestion} />
          </li>
        ))}
      </ul>
      <fieldset className="mt-4 min-w-0">
        <legend className="font-semibold">{formTexts.findingReason}</legend>
        <p className="text-sm text-ink-soft">{formTexts.findingReasonHint}</p>
        <div className="mt-1 space-y-0.5">
          {[{ value: "", label: anonymityTexts.keep.change }, ...reasons].map((option, index) => (
            <ChoiceLine key={option.value} type="radio" id={`${reasonId}-${index}`} name={`${name}Reason`} option={option} checked={option.value === chosen} />
          ))}
        </div>
      </fieldset>
    </section>
  );
}
