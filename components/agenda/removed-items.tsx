import { OneButtonForm } from "#components/forms/one-button-form";
import { Disclosure } from "#components/ui/details";
import type { FormAction } from "#lib/forms/form-state";
import { agendaTexts as texts } from "#lib/texts/agenda";

type RemovedItemsProps = { items: readonly { id: string; title: string; formKey: string }[]; action: FormAction };

/** What was taken off an agenda, to put back. */
export function RemovedItems({ items, action }: RemovedItemsProps) {
  return (
    <div className="mt-10 print:hidden">
      <Disclosure summary={texts.removedItems(items.length)}>
        <ul className="divide-y divide-rule">
          {items.map(({ id, title, formKey }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 py-1.5">
              <span className="min-w-0 wrap-anywhere">{title}</span>
              <OneButtonForm action={action} formKey={formKey} fields={{ itemId: id }} label={texts.putBack} longLabel={texts.about(title)} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
