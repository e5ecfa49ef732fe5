import { useId, type Ref } from "react";
import { ErrorIcon } from "#components/ui/icons";
import { fieldId } from "#components/forms/field-parts";
import type { FormState } from "#lib/forms/form-state";
import { formTexts } from "#lib/texts/forms";

/** Whether a form came back with something to look at. */
export function hasProblems(state: FormState): boolean {
  return Object.keys(state.errors).length > 0 || state.message !== undefined;
}

/** What still needs a look, above the form, each line leading to its field. */
export function ErrorSummary({ state, ref }: { state: FormState; ref?: Ref<HTMLDivElement> }) {
  const titleId = useId();
  if (!hasProblems(state)) return null;
  const errors = Object.entries(state.errors);
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="group"
      aria-labelledby={titleId}
      // The attribute puts the focus here when the page comes back without script; Form does it with script.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className="error-summary rounded-lg border-2 border-error bg-sheet p-5"
    >
      <h2 id={titleId} className="flex items-start gap-2.5 text-lg">
        <ErrorIcon className="mt-[0.05em]" />
        {errors.length > 0 ? formTexts.summaryTitle(errors.length) : formTexts.summaryTitleWithoutFields}
      </h2>
      {state.message && <p className="mt-1.5">{state.message}</p>}
      {errors.length > 0 && (
        <ul className="mt-0.5">
          {errors.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} className="inline-flex min-h-11 items-center py-1.5 leading-snug text-error hover:text-error">
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
