import { dropAgreement, makeAgreement, changeAgreement, passOnAgreement } from "#lib/agreements/commands";
import { changeAgreementSchema, dropAgreementSchema, makeAgreementSchema, passOnAgreementSchema } from "#lib/agreements/schema";
import { keptText } from "#lib/anonymity/findings";
import { saveCasePart } from "#lib/case-discussions/commands";
import { operatorDatabase } from "#lib/db";
import { setAtPlay, tellFamily, tellProgress, writeLesson } from "#lib/follow-up/commands";
import { setAtPlaySchema, tellFamilySchema, writeLessonSchema } from "#lib/follow-up/schema";
import { circleElements, lineField, markField } from "#lib/opportunity-circle/rules";
import { askForPerspectives, revealPerspectives, savePerspective } from "#lib/perspectives/commands";
import { savePerspectiveSchema } from "#lib/perspectives/schema";
import { asPerson } from "#tests/support/as-person";
import { type CaseWorld, partOf, sharedCase, type Typed } from "#tests/support/case-world";

/** What is typed in every box of a casus, and must not be found anywhere once it is erased. */
export const PLANTED = "zilverwitte libel";
/** A word that was found and explained: it goes along with the reason. */
export const EXPLAINED = "Jayden";
/** What is meant to stay. */
export const STAYS = "Eerder bellen met de buitenwereld.";

const planted = (box: string) => `Een ${PLANTED} bij ${box}.`;

/** Every box of the pages of a casus, each with the planted words. */
export function plantedFields(): Typed {
  const boxes = ["goesWell", "question", "situation", "parentsText", "pupilText", "parentsInformedWhy", "needed", "together", "notDoing", ...circleElements.map(lineField)];
  return {
    ...Object.fromEntries(boxes.map((box, index) => [box, planted(`vraag ${index + 1}`)])),
    ...Object.fromEntries(circleElements.map((element) => [markField(element), "ATTENTION"])),
    needed: `${planted("nodig")} ${EXPLAINED} is een methode.`,
    neededReason: keptText({ reason: "NOT_A_PERSON", words: [EXPLAINED] }),
    parentsInformed: "no",
    parents: "SAID",
    pupil: "NOT_ASKED",
  };
}

export type PlantedCase = { id: string; agreements: { made: string; dropped: string; passed: string } };

/** A casus of which every box was filled in by a command, with all that hangs on it; jobs about it wait in their queue. */
export async function plantedCase({ people, meeting, functions, team }: CaseWorld): Promise<PlantedCase> {
  const [noor, samira] = [people.noor.id, people.samira.id];
  const id = await sharedCase(noor, meeting.id, plantedFields());
  await done(noor, (viewer) => saveCasePart(viewer, partOf(id, "OUTCOME", plantedFields())));
  await done(noor, (viewer) => askForPerspectives(viewer, { discussionId: id }));
  const perspective = savePerspectiveSchema.parse({ discussionId: id, version: "0", perspective: planted("perspectief") });
  for (const person of [noor, samira]) await done(person, (viewer) => savePerspective(viewer, perspective));
  await done(noor, (viewer) => revealPerspectives(viewer, { discussionId: id }));
  const agree = async (box: string) => {
    const made = await done(noor, (viewer) => makeAgreement(viewer, makeAgreementSchema.parse({ meetingId: meeting.id, caseDiscussionId: id, text: planted(box), ownerId: noor, dueOn: "2026-12-01" })));
    return made.id;
  };
  const agreements = { made: await agree("een afspraak"), dropped: await agree("een andere afspraak"), passed: await agree("wat werd doorgezet") };
  await done(noor, (viewer) => changeAgreement(viewer, changeAgreementSchema.parse({ agreementId: agreements.made, version: "1", text: planted("gewijzigd"), dueOn: "2026-12-02" })));
  await done(noor, (viewer) => dropAgreement(viewer, dropAgreementSchema.parse({ agreementId: agreements.dropped, version: "1", reason: planted("de reden") })));
  await done(noor, (viewer) => passOnAgreement(viewer, passOnAgreementSchema.parse({ agreementId: agreements.passed, version: "1", to: `person:${samira}` })));
  await done(noor, (viewer) => setAtPlay(viewer, setAtPlaySchema.parse({ discussionId: id, version: "0", to: `function:${functions.youth.id}` })));
  await done(samira, (viewer) => tellProgress(viewer, { discussionId: id, progress: "UNDER_WAY" }));
  await done(noor, (viewer) => tellFamily(viewer, tellFamilySchema.parse({ discussionId: id, version: "1", parents: "yes", parentsOn: "2026-11-06", parentsById: samira, pupil: "no" })));
  await done(noor, (viewer) => writeLesson(viewer, writeLessonSchema.parse({ discussionId: id, version: "0", lesson: STAYS })));
  // As it was before texts were sealed, should a start never have come to it.
  await operatorDatabase().unsealedCaseText.create({ data: { caseDiscussionId: id, coreTeamId: team.id, question: planted("vraag"), situation: planted("toen"), goesWell: planted("goed"), parentsSay: planted("ouders"), pupilNotAsked: planted("leerling") } });
  return { id, agreements };
}

async function done<T extends { ok: boolean }>(personId: string, run: Parameters<typeof asPerson<T>>[1]): Promise<Extract<T, { ok: true }>> {
  const result = await asPerson(personId, run);
  if (!result.ok) throw new Error(`It was refused: ${JSON.stringify(result)}.`);
  return result as Extract<T, { ok: true }>;
}
