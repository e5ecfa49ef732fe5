import type { FormEvent } from "react";
import type { OwnerChoice } from "#components/agreements/agreement-fields";
import { RadioGroup } from "#components/forms/radio-group";
import { agreementKinds } from "#lib/agreements/kinds";
import type { FormState } from "#lib/forms/form-state";
import { agreementKindTexts as texts } from "#lib/texts/agreements";

type KindFieldProps = {
  state: FormState;
  /** What stands in which box when it is a talk, by the name of the box. */
  usual: Readonly<Record<string, string>>;
};

/** What is usual for a startgesprek: what it is called, and who holds it. */
export function usualTalk(coach: OwnerChoice | null): Record<string, string> {
  return { text: texts.usualTalk, ...(coach && { ownerId: coach.personId }) };
}

/** What kind of agreement it is. With script, what is usual for a talk stands in the empty boxes at once; without, the server fills them. */
export function KindField({ state, usual }: KindFieldProps) {
  return (
    <div onChange={({ target }) => fillUsual(target, usual)}>
      <RadioGroup state={state} name="kind" label={texts.legend} options={agreementKinds.map((kind) => ({ value: kind, label: texts.names[kind], hint: texts.meanings[kind] }))} />
    </div>
  );
}

function fillUsual(chosen: FormEvent["target"], usual: KindFieldProps["usual"]) {
  if (!(chosen instanceof HTMLInputElement)) return;
  const isTalk = chosen.value === "START_TALK";
  for (const [name, value] of Object.entries(usual)) {
    const box = chosen.form?.elements.namedItem(name);
    if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLSelectElement)) continue;
    if (isTalk && box.value === "") {
      box.value = value;
      box.dataset.proposed = value;
    } else if (!isTalk && box.value === box.dataset.proposed) box.value = "";
  }
}
