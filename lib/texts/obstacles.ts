import { type Day, formatDay, formatDayMonth } from "#lib/dates";
import { inSentence } from "#lib/texts/core-teams";

type Words = { kind: "SCHOOL_HOLIDAY" | "PUBLIC_HOLIDAY" | "STUDY_DAY"; name: string } | { kind: "ABSENT"; name: string; functionName: string; replacement: string | null };

/** A sentence about what came in the way of a meeting: "Samira Yilmaz (CJG-coach) is dan afwezig. Er is geen vervanger." */
export function obstacleLine(obstacle: Words): string {
  switch (obstacle.kind) {
    case "SCHOOL_HOLIDAY":
      return `Die dag valt in de ${obstacle.name.toLowerCase()}.`;
    case "PUBLIC_HOLIDAY":
      return `Die dag is het ${obstacle.name}.`;
    case "STUDY_DAY":
      return `Die dag is de school dicht: ${obstacle.name}.`;
    case "ABSENT": {
      const { name, functionName, replacement } = obstacle;
      return `${name} (${inSentence(functionName)}) is nodig en is dan afwezig. ${replacement === null ? "Er is geen vervanger." : `${replacement} vervangt, maar is nog niet uitgenodigd.`}`;
    }
  }
}

/** What is said to whoever may move a meeting that something came in the way of. */
export const obstacleTexts = {
  title: (day: Day, isImpossible: boolean) => (isImpossible ? `De bijeenkomst van ${formatDay(day)} kan zo niet doorgaan` : `Past de bijeenkomst van ${formatDay(day)} nog?`),
  move: "Verzet de bijeenkomst",
  moveLabel: (day: Day, team?: string) => `Verzet de bijeenkomst van ${formatDayMonth(day)}${team ? ` bij ${team}` : ""}`,
  onDay: (day: Day, obstacle: Words) => `${formatDayMonth(day)}: ${obstacleLine(obstacle)}`,
} as const;
