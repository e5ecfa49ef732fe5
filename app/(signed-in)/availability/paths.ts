import type { Route } from "next";
import { z } from "zod";
import { availabilityTexts as texts } from "#lib/texts/availability";

/** Whose availability a page is about: the own, unless the address names somebody. */
export const availabilitySearch = z.object({ person: z.uuid().optional(), notice: z.string().max(60).optional() });

type Whose = { person: { id: string; name: string }; isSelf: boolean };

/** The address of a page about somebody's availability. */
export function availabilityPath({ person, isSelf }: Whose, rest = ""): Route {
  return `/availability${rest}${isSelf ? "" : `?person=${person.id}`}` as Route;
}

/** The title of the page that everything about somebody's availability hangs under. */
export function availabilityTitle({ person, isSelf }: Whose): string {
  return isSelf ? texts.title : texts.titleOf(person.name);
}

/** The way back from a task to the availability it is about. */
export function availabilityCrumbs(whose: Whose): { href: Route; label: string }[] {
  const people = whose.isSelf ? [] : [{ href: "/people" as Route, label: texts.people }, { href: `/people/${whose.person.id}` as Route, label: whose.person.name }];
  return [...people, { href: availabilityPath(whose), label: whose.isSelf ? texts.title : texts.daysOf }];
}
