import type { MoveFunction, Sector } from "#lib/consortia/schema";

/** With what the official numbers of this sector begin: PO for primary education, as in PO2704; null when that is not settled. */
export function prefixOfCodes(sector: Sector): "PO" | "VO" | null {
  return sector === "PO" || sector === "VO" ? sector : null;
}

/** The sector that an official number tells of; primary education when it tells nothing. */
export function sectorOfCode(code: string | null): "PO" | "VO" {
  return code?.startsWith("VO") ? "VO" : "PO";
}

/** A list with one of its members moved a place up or down; at the end of the list it stays where it is. */
export function moved<T>(list: readonly T[], member: T, direction: MoveFunction["direction"]): T[] {
  const from = list.indexOf(member);
  const to = from + (direction === "UP" ? -1 : 1);
  if (from === -1 || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, member);
}

/** The group as it is already written, whatever its capitals: functions replace each other when their groups are equal. */
export function groupAsKnown(typed: string | null, known: readonly (string | null)[]): string | null {
  if (typed === null) return null;
  return known.find((each) => each?.toLocaleLowerCase("nl") === typed.toLocaleLowerCase("nl")) ?? typed;
}

/** A name for somebody of whom only the address is known: "noor.dewit@dewilgen.nl" gives "Noor Dewit". */
export function nameFromAddress(address: string): string {
  const words = (address.split("@")[0] ?? "").split(/[._+-]+/).filter((word) => word !== "");
  return words.map((word) => word[0]?.toLocaleUpperCase("nl") + word.slice(1)).join(" ");
}
