import { dayForDatabase, type Day } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { marker } from "#tests/support/markers";

/** When people of a side are away and its schools are closed. */
export type SideDays = {
  /** The partner stands in for the colleague. */
  absence: { id: string };
  /** A pattern of the colleague that is still to begin. */
  comingPattern: { id: string };
  studyDay: { id: string };
  /** Added by the samenwerkingsverband itself. */
  holiday: { id: string };
};

type Made = { letter: string; consortium: { id: string }; team: { schoolId: string }; actors: { partner: { id: string } }; colleague: { id: string } };

/** Makes an absence of the colleague, a study day of the school, and a holiday of the samenwerkingsverband alone. */
export async function makeDays({ letter, consortium, team, actors, colleague }: Made, dayFromNow: (days: number) => Day): Promise<SideDays> {
  const db = operatorDatabase();
  const days = (first: number, last: number) => ({ firstDay: dayForDatabase(dayFromNow(first)), lastDay: dayForDatabase(dayFromNow(last)) });
  const select = { id: true };
  const pattern = { personId: colleague.id, validFrom: dayForDatabase(dayFromNow(90)), mornings: [1], afternoons: [1] };
  // Closed on the day of the coming meeting, so that there is something in its way.
  await db.studyDay.create({ data: { consortiumId: consortium.id, schoolId: team.schoolId, name: marker(letter, "team"), ...days(40, 40) } });
  return {
    absence: await db.absence.create({ data: { personId: colleague.id, replacementId: actors.partner.id, ...days(20, 24) }, select }),
    comingPattern: await db.workingPattern.create({ data: pattern, select }),
    studyDay: await db.studyDay.create({ data: { consortiumId: consortium.id, schoolId: team.schoolId, name: marker(letter, "team"), ...days(15, 15) }, select }),
    holiday: await db.consortiumHoliday.create({ data: { consortiumId: consortium.id, name: marker(letter, "organisation"), ...days(16, 17) }, select }),
  };
}
