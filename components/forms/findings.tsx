import { fieldId } from "#components/forms/field-parts";
import { ChoiceLine } from "#components/forms/radio-group";
import { ReplaceWords } from "#components/forms/replace-words";
import { DownIcon, ForwardIcon } from "#components/ui/icons";
import { ToneMark } from "#components/ui/badge";
import { type Finding, keepReasons, keptValue } from "#lib/anonymity/schema";
import { typedValue, type FormState } from "#lib/forms/form-state";
import { aroundMarks, distinctFindings, markedText, relocated } from "#lib/forms/marked-text";
import { anonymityTexts } from "#lib/texts/anonymity";
import { formTexts } from "#lib/texts/forms";

type FindingsProps = { state: FormState; name: string; findings: readonly Finding[] };

/** What was found in a box, below it; nothing when nothing was. */
export function FoundWords({ state, name }: Pick<FindingsProps, "state" | "name">) {
  const findings = state.findings?.[name] ?? [];
  return findings.length > 0 && <Findings state={state} name={name} findings={findings} />;
}

/**
 * The words of a typed text that may identify somebody, in their place, with what to write instead: a line each. Why they
 * may stay is folded away until somebody asks for it; it opens without script.
 */
export function Findings({ state, name, findings }: FindingsProps) {
  const id = fieldId(name);
  const reasonId = fieldId(`${name}Reason`);
  const typed = typedValue(state, name).normalize("NFC");
  const reasons = keepReasons.map((reason) => ({ value: keptValue(reason, findings), label: anonymityTexts.keep[reason] }));
  // A reason that was given for other words counts no more.
  const given = typedValue(state, `${name}Reason`);
  const chosen = reasons.some(({ value }) => value === given) ? given : "";
  return (
    <section aria-labelledby={`${id}-findings`} className="mt-3 rounded-lg border border-rule bg-sheet px-4 py-3">
      {/* The error above the field says the same. */}
      <h3 id={`${id}-findings`} className={state.errors[name] === undefined ? "mb-1 flex items-baseline gap-2.5 text-sm" : "sr-only"}>
        <ToneMark tone="attention" />
        {formTexts.findingsTitle}
      </h3>
      <p className="text-sm whitespace-pre-wrap wrap-anywhere">
        {aroundMarks(markedText(typed, relocated(typed, findings))).map((part, index) =>
          part.marked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )}
      </p>
      <ul className="mt-2 divide-y divide-rule border-y border-rule">
        {distinctFindings(findings).map((finding) => (
          <li key={`${finding.start}-${finding.end}`} className="flex items-center justify-between gap-x-4">
            <p className="flex min-w-0 flex-wrap items-center gap-x-2 py-2 leading-snug">
              <mark className="wrap-anywhere">{finding.text}</mark>
              <ForwardIcon className="text-ink-soft" />
              <span>
                <span className="sr-only">{formTexts.findingInstead} </span>
                {finding.suggestion}
              </span>
            </p>
            <ReplaceWords fieldId={id} words={finding.text} replacement={finding.suggestion} />
          </li>
        ))}
      </ul>
      <details open={chosen !== ""} className="group">
        <summary className="-ml-1 inline-flex min-h-11 cursor-pointer items-center gap-2 pr-2 text-sm text-accent hover:underline">
          <DownIcon className="-rotate-90 group-open:rotate-0 motion-safe:transition-transform" />
          {formTexts.findingKeep}
        </summary>
        <fieldset className="min-w-0 pb-1">
          <legend className="sr-only">{formTexts.findingReason}</legend>
          <p className="text-sm text-ink-soft">{formTexts.findingReasonHint}</p>
          <div className="mt-1">
            {[{ value: "", label: anonymityTexts.keep.change }, ...reasons].map((option, index) => (
              <ChoiceLine key={option.value} type="radio" id={`${reasonId}-${index}`} name={`${name}Reason`} option={option} checked={option.value === chosen} />
            ))}
          </div>
        </fieldset>
      </details>
    </section>
  );
}
