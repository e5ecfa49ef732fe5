import type { Choice } from "#components/forms/radio-group";
import { Notice } from "#components/layout/notice";
import { type FormState, type TypedValues, typedValues } from "#lib/forms/form-state";
import { formTexts as texts } from "#lib/texts/forms";

/** That somebody kept something else meanwhile, unless the answer of the form says so already; in the words of what was changed. */
export function ChangedMeanwhile({ state, isOvertaken, text }: { state: FormState; isOvertaken: boolean; text: string }) {
  return isOvertaken && state.message !== text && <Notice tone="attention">{text}</Notice>;
}

type NowStandsProps = {
  state: FormState;
  name: string;
  /** What stands there now, by the names of the fields, for who was overtaken; null for everybody else. */
  now: TypedValues | null;
  options?: readonly Choice[];
};

/** The answer as it stands now, below what was typed, when the two are not the same. */
export function NowStands({ state, name, now, options = [] }: NowStandsProps) {
  if (now === null) return null;
  const standing = typedValues({ values: now, errors: {} }, name).filter((value) => value !== "");
  if (plain(standing) === plain(typedValues(state, name))) return null;
  const shown = standing.map((value) => options.find((option) => option.value === value)?.label ?? value).join(", ");
  return (
    <div className="mt-2 rounded-md border border-attention-mark bg-attention-wash px-4 py-3">
      <p className="text-sm font-semibold">{texts.nowStands}</p>
      <p className="mt-0.5 whitespace-pre-wrap wrap-anywhere">{shown || texts.nothingNow}</p>
    </div>
  );
}

function plain(values: readonly string[]): string {
  return values.join(" ").replace(/\s+/g, " ").trim();
}
