import { DefinitionList } from "#components/ui/definition-list";
import { telephoneHref } from "#lib/names";
import type { SchoolFacts } from "#lib/schools/queries";
import { schoolPageTexts as texts } from "#lib/texts/home";

/** What is known of a school, line by line; what is unknown is left out. */
export function SchoolFactsList({ school }: { school: SchoolFacts }) {
  const street = [school.street, school.houseNumber].filter(Boolean).join(" ");
  const place = [school.postcode, school.place].filter(Boolean).join(" ");
  return (
    <DefinitionList
      items={[
        { term: texts.sector, description: texts.sectorNames[school.sector] },
        { term: texts.educationTypes, description: school.educationTypes?.replaceAll("/", ", ") },
        { term: texts.address, description: [street, place].filter(Boolean).join(", ") },
        { term: texts.municipality, description: school.municipality },
        { term: texts.phone, description: school.phone && <a href={telephoneHref(school.phone)}>{school.phone}</a> },
        { term: texts.website, description: school.website && <Website address={school.website} /> },
        { term: texts.denomination, description: school.denomination },
        { term: texts.region, description: school.holidayRegion },
        { term: texts.code, description: school.locationCode },
        { term: texts.consortium, description: school.consortium?.name ?? texts.noConsortium },
      ]}
    />
  );
}

/** DUO writes addresses with and without http in front; only a web address becomes a link. */
function Website({ address }: { address: string }) {
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  const label = address.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  return url && /^https?:$/.test(url.protocol) ? (
    <a href={url.href} rel="noreferrer" className="wrap-anywhere">
      {label}
    </a>
  ) : (
    label
  );
}
