import { DefinitionList } from "#components/ui/definition-list";
import type { KeyholeSchool } from "#lib/guests/queries";
import { telephoneHref } from "#lib/names";
import { keyholeTexts as texts } from "#lib/texts/guests";

/** How a meeting goes, for who has never been at one. */
export function RouteCard() {
  return (
    <>
      <h2 className="mt-10">{texts.route}</h2>
      <ol className="mt-3 list-decimal space-y-3 pl-6 marker:text-ink-soft">
        {texts.routeSteps.map(({ title, text }) => (
          <li key={title}>
            <span className="font-semibold">{title}</span> {text}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Where the schools of the team are, and their number for who is lost. */
export function Schools({ schools }: { schools: readonly KeyholeSchool[] }) {
  if (schools.length === 0) return null;
  return (
    <>
      <h2 className="mt-10 mb-3">{texts.reach}</h2>
      <DefinitionList items={schools.map((school) => ({ term: school.name, description: <AddressAndPhone {...school} /> }))} />
    </>
  );
}

function AddressAndPhone({ street, houseNumber, postcode, place, phone }: KeyholeSchool) {
  const address = [[street, houseNumber], [postcode, place]].map((parts) => parts.filter(Boolean).join(" ")).filter(Boolean).join(", ");
  return (
    <>
      {address}
      {phone && (
        <a href={telephoneHref(phone)} className="flex min-h-11 items-center whitespace-nowrap tabular-nums">
          {phone}
        </a>
      )}
    </>
  );
}
