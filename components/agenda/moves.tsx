import { OneButtonForm } from "#components/forms/one-button-form";
import type { FormAction } from "#lib/forms/form-state";
import { agendaTexts as texts } from "#lib/texts/agenda";

/** A key for each of the two buttons, because each is a form. */
export type MoveKeys = { UP: string; DOWN: string };

type MovesProps = { action: FormAction; itemId: string; title: string; formKeys: MoveKeys; isFirst: boolean; isLast: boolean };

/** The buttons that move an item a place up and down, as far as there is a place. */
export function Moves({ action, itemId, title, formKeys, isFirst, isLast }: MovesProps) {
  const possible = [...(isFirst ? [] : (["UP"] as const)), ...(isLast ? [] : (["DOWN"] as const))];
  return possible.map((direction) => (
    <OneButtonForm
      key={direction}
      action={action}
      formKey={formKeys[direction]}
      fields={{ itemId, direction }}
      label={direction === "UP" ? texts.up : texts.down}
      longLabel={texts.about(title)}
    />
  ));
}
