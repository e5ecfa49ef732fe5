import { dayOf, isDay, timeOf } from "#lib/dates";
import { datePartsOf } from "#lib/forms/date-parts";
import type { OtherMoment } from "#lib/meetings/other-moments";

/** The name of the buttons with which a form offers other moments. */
export const OFFERED = "instead";

/** What such a button sends: "2026-11-24 16:00", and behind it what somebody who presses it was told of. */
export function offerOf({ period: { startsAt }, known }: Pick<OtherMoment, "period" | "known">): string {
  return [`${dayOf(startsAt)} ${timeOf(startsAt)}`, ...known].join(BETWEEN);
}

/**
 * Puts the moment of a pressed button in the boxes for the date and the time, as if it had been typed, and a tick at all that
 * the reader was told of. So a form that is refused all the same holds the moment that it is about.
 */
export function typeOffered(formData: FormData): FormData {
  const offer = readOffer(formData);
  if (!offer) return formData;
  const { day, month, year } = datePartsOf(offer.day);
  const boxes = { dateDay: day, dateMonth: month, dateYear: year, start: offer.time.replace(":", ".") };
  return filledIn(formData, boxes, offer.known);
}

/** The same for a form without boxes for a moment: it keeps the moment itself, and gets the ticks. */
export function tickOffered(formData: FormData): FormData {
  const offer = readOffer(formData);
  return offer ? filledIn(formData, { [OFFERED]: `${offer.day} ${offer.time}` }, offer.known) : formData;
}

// Between the parts of an offer; in no key of a warning.
const BETWEEN = "; ";
const MOMENT = /^(\d{4}-\d{2}-\d{2}) ((?:[01]\d|2[0-3]):[0-5]\d)$/;

function readOffer(formData: FormData): { day: string; time: string; known: string[] } | null {
  const sent = formData.get(OFFERED);
  const [moment = "", ...known] = typeof sent === "string" ? sent.split(BETWEEN) : [];
  const [, day = "", time = ""] = MOMENT.exec(moment) ?? [];
  return isDay(day) ? { day, time, known } : null;
}

function filledIn(formData: FormData, boxes: Record<string, string>, known: readonly string[]): FormData {
  const filled = new FormData();
  for (const [name, value] of formData) {
    if (!(name in boxes) && name !== OFFERED && !(name === "confirmed" && known.includes(value as string))) filled.append(name, value);
  }
  for (const [name, value] of Object.entries(boxes)) filled.append(name, value);
  for (const key of known) filled.append("confirmed", key);
  return filled;
}
