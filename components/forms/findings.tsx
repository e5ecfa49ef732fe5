import type { ReactNode } from "react";
import { fieldId } from "#components/forms/field-parts";
import { FoundWord } from "#components/forms/found-word";
import { ChoiceLine } from "#components/forms/radio-group";
import { ReplaceWords } from "#components/forms/replace-words";
import { WatchedField } from "#components/forms/watched-field";
import { DownIcon } from "#components/ui/icons";
import { ToneMark } from "#components/ui/badge";
import { type CheckedAs, type Finding, keepReasons, keptValue } from "#lib/anonymity/findings";
import { typedValue, type FormState } from "#lib/forms/form-state";
import { aroundMarks, distinctFindings, markedText, relocated } from "#lib/forms/marked-text";
import { anonymityTexts } from "#lib/texts/anonymity";
import { formTexts } from "#lib/texts/forms";

type FindingsProps = { state: FormState; name: string; findings: readonly Finding[] };

type CheckedBoxProps = Pick<FindingsProps, "state" | "name"> & {
  checkedAs: CheckedAs;
  alsoNamed?: string | undefined;
  /** The box itself. */
  children: ReactNode;
};

/** A box whose text is checked: below it what was found at the last sending, and what is found while somebody types. */
export function CheckedBox({ state, name, checkedAs, alsoNamed, children }: CheckedBoxProps) {
  const findings = state.findings?.[name] ?? [];
  return (
    <WatchedField name={name} checkedAs={checkedAs} alsoNamed={alsoNamed} told={findings}>
      {children}
      {findings.length > 0 && <Findings state={state} name={name} findings={findings} />}
    </WatchedField>
  );
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
          <FoundWord key={`${finding.start}-${finding.end}`} finding={finding}>
            <ReplaceWords fieldId={id} finding={finding} />
          </FoundWord>
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
