import { OneButtonForm } from "#components/forms/one-button-form";
import { Reach } from "#components/ui/person";
import { dayOf, formatDay } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import { proposalTexts } from "#lib/texts/date-proposals";

const texts = proposalTexts.page;

type SilentPeopleProps = {
  people: readonly { inviteeId: string; name: string; functionName: string; phone: string | null; remindedAt: Date | null; bounced: boolean }[];
  remind: { action: FormAction; formKey: string; proposalId: string; version: number };
};

/** Who has not answered, how to reach them, and a button that reminds each of them once. */
export function SilentPeople({ people, remind }: SilentPeopleProps) {
  const unreminded = people.filter(({ remindedAt }) => remindedAt === null);
  return (
    <>
      <ul className="divide-y divide-rule">
        {people.map(({ inviteeId, name, functionName, phone, remindedAt, bounced }) => (
          <li key={inviteeId} className="py-3 first:pt-0">
            <p>
              <span className="font-semibold">{name}</span> <span className="text-ink-soft">{functionName}</span>
              {remindedAt && <span className="block text-sm text-ink-soft">{texts.reminded(formatDay(dayOf(remindedAt)))}</span>}
            </p>
            {bounced && <p className="text-attention">{texts.bounced}</p>}
            <Reach name={name} phone={phone} />
          </li>
        ))}
      </ul>
      {unreminded.length > 0 && (
        <div className="mt-4">
          <OneButtonForm
            action={remind.action}
            formKey={remind.formKey}
            fields={{ proposalId: remind.proposalId, version: String(remind.version) }}
            label={texts.remind(unreminded.length)}
            variant="secondary"
          />
        </div>
      )}
    </>
  );
}
