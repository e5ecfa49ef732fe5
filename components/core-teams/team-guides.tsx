import { PeopleList, PersonLine } from "#components/ui/person";
import { coreTeamTexts, guideNames } from "#lib/texts/core-teams";

type ShownGuide = {
  name: string;
  photoUrl: string | null;
  role: keyof typeof guideNames;
  organisation: string;
  phone: string | null;
  email: string | null;
  workingDays: string | null;
  callMeFor: string | null;
};

/** The people of the samenwerkingsverband whom a core team may ask. */
export function TeamGuides({ guides }: { guides: readonly ShownGuide[] }) {
  if (guides.length === 0) return <p className="text-ink-soft">{coreTeamTexts.noGuides}</p>;
  return (
    <div className="team-guides">
      <PeopleList label={coreTeamTexts.guidesLabel}>
        {guides.map(({ role, ...guide }) => (
          <PersonLine key={`${guide.name}-${role}`} {...guide} functionName={guideNames[role]} />
        ))}
      </PeopleList>
    </div>
  );
}
