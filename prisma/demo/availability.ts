import { addDays, type Day, dayForDatabase } from "#lib/dates";
import { schoolYearStart, weekday } from "#prisma/demo/calendar";
import { type WorldMember, worldPeople } from "#prisma/demo/members";
import type { Prisma } from "#prisma/generated/client";
import { demoId, halfDays } from "#prisma/world";

/** When the people of the demo world work and are away, and when one of its schools is closed. */
export type AvailabilityRows = {
  workingPattern: Prisma.WorkingPatternCreateManyInput[];
  absence: Prisma.AbsenceCreateManyInput[];
  availability: Prisma.AvailabilityCreateManyInput[];
  studyDay: Prisma.StudyDayCreateManyInput[];
};

const MONDAY = 1;
const TUESDAY = 2;

/** Seen from the reference day, Samira is away in the third week from now, and Yusuf comes instead of her. */
export function availabilityRows(referenceDay: Day, members: readonly WorldMember[], consortiumId: string): AvailabilityRows {
  const away = nextWeekday(addDays(referenceDay, 14), MONDAY);
  return {
    workingPattern: worldPeople(members).map(({ key, workingDays }) => {
      const half = halfDays[key];
      const works = (part: "MORNING" | "AFTERNOON") => workingDays.filter((day) => half?.weekday !== day || half.works === part);
      return {
        id: demoId(`working-pattern:${key}`),
        personId: demoId(`person:${key}`),
        validFrom: dayForDatabase(schoolYearStart(referenceDay, 2)),
        mornings: works("MORNING"),
        afternoons: works("AFTERNOON"),
      };
    }),
    absence: [
      {
        id: demoId("absence:samira"),
        personId: demoId("person:samira"),
        firstDay: dayForDatabase(away),
        lastDay: dayForDatabase(addDays(away, 4)),
        replacementId: demoId("person:yusuf"),
      },
    ],
    // Twelve schools on one Thursday a week: two in a day is enough.
    availability: [{ personId: demoId("person:amira"), mostMeetings: 2 }],
    studyDay: [
      studyDay(referenceDay, consortiumId, "10-01", "Studiedag rekenen"),
      studyDay(referenceDay, consortiumId, "02-01", "Studiedag van het bestuur"),
    ],
  };
}

/** De Wilgen is closed on a Tuesday of the school year: the sixth of October in 2026. */
function studyDay(referenceDay: Day, consortiumId: string, from: string, name: string): Prisma.StudyDayCreateManyInput {
  const start = schoolYearStart(referenceDay, 0);
  const year = Number(start.slice(0, 4)) + (from < "08-01" ? 1 : 0);
  const day = dayForDatabase(nextWeekday(`${year}-${from}`, TUESDAY));
  return { id: demoId(`study-day:${from}`), consortiumId, schoolId: demoId("school:de-wilgen"), name, firstDay: day, lastDay: day };
}

function nextWeekday(from: Day, wanted: number): Day {
  return addDays(from, (wanted - weekday(from) + 7) % 7);
}
