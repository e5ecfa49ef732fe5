import type { Sector } from "#lib/consortia/kinds";
import type { MoveFunction } from "#lib/consortia/schema";

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

/** Functions of one sector of which one is enough for a complete team; most often that is a single function. */
export type FunctionPlace = {
  /** The first of these functions: who joins it joins them all. */
  id: string;
  sector: Sector;
  names: string[];
};

/** The places at the table of core teams, in the order of their functions: those that replace each other share one. */
export function placesOf(functions: readonly { id: string; sector: Sector; name: string; alternatives: string | null }[]): FunctionPlace[] {
  const places = new Map<string, FunctionPlace>();
  for (const { id, sector, name, alternatives } of functions) {
    const key = `${sector}/${alternatives ?? id}`;
    const known = places.get(key);
    places.set(key, known ? { ...known, names: [...known.names, name] } : { id, sector, names: [name] });
  }
  return [...places.values()];
}

/** A name for somebody of whom only the address is known: "noor.dewit@dewilgen.nl" gives "Noor Dewit". */
export function nameFromAddress(address: string): string {
  const words = (address.split("@")[0] ?? "").split(/[._+-]+/).filter((word) => word !== "");
  return words.map((word) => word[0]?.toLocaleUpperCase("nl") + word.slice(1)).join(" ");
}
