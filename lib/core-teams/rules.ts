import { addDays, type Day } from "#lib/dates";

/** A function of a core team's sector, as far as a complete team is concerned. */
export type FunctionRule = { id: string; name: string; expected: boolean; alternatives: string | null; position: number };

/** Who held a function from when to when; `lastDay` null as long as nobody knows. */
export type Tenure = { functionId: string; firstDay: Day; lastDay: Day | null };

/** A place at the table: one function, or several of which one is enough (JGZ: nurse or doctor). */
export type Place = { functionIds: string[]; functionNames: string[] };

/** A place that nobody holds on a day. */
export type Vacancy = Place & {
  /** The first day without anybody. */
  since: Day;
  /** When somebody begins who is already known; null when nobody is. */
  filledFrom: Day | null;
};

/** How far a core team is complete: how many of its places are held, and which are not. */
export type Completeness = { filled: number; places: number; vacancies: Vacancy[] };

/** Whether a membership counts on a day: from its first to its last day, both included. */
export function countsOn(day: Day, { firstDay, lastDay }: { firstDay: Day; lastDay: Day | null }): boolean {
  return firstDay <= day && (lastDay === null || lastDay >= day);
}

/**
 * The places of a complete core team, in the order of their functions. Functions of one group count once, and count
 * when one of them is expected.
 */
export function placesOf(functions: readonly FunctionRule[]): Place[] {
  const groups = new Map<string, FunctionRule[]>();
  for (const each of functions.toSorted((a, b) => a.position - b.position)) {
    // A group may be called like a function's id; the prefix keeps them apart.
    const key = each.alternatives === null ? `function:${each.id}` : `group:${each.alternatives}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .filter((group) => group.some(({ expected }) => expected))
    .map((group) => ({ functionIds: group.map(({ id }) => id), functionNames: group.map(({ name }) => name) }));
}

/** How far a core team that started on `startedOn` is complete on a day. A temporary member holds a place like any other. */
export function completenessOn(day: Day, functions: readonly FunctionRule[], tenures: readonly Tenure[], startedOn: Day): Completeness {
  const places = placesOf(functions);
  const vacancies = places
    .filter(({ functionIds }) => !tenures.some((tenure) => functionIds.includes(tenure.functionId) && countsOn(day, tenure)))
    .map((place) => ({
      ...place,
      since: vacancySince(day, place.functionIds, tenures, startedOn),
      filledFrom: earliestDay(tenuresOf(place.functionIds, tenures).map(({ firstDay }) => firstDay).filter((firstDay) => firstDay > day)),
    }));
  return { filled: places.length - vacancies.length, places: places.length, vacancies };
}

/** Somebody at the table, or a place that is empty. */
export type Seat<Member> = { kind: "MEMBER"; member: Member } | { kind: "VACANCY"; vacancy: Vacancy };

/** Who sits at the table on a day, in the order of the functions, with the places that are empty in between. */
export function seatsOn<Member extends Tenure>(day: Day, functions: readonly FunctionRule[], members: readonly Member[], startedOn: Day): Seat<Member>[] {
  const order = new Map(functions.toSorted((a, b) => a.position - b.position).map(({ id }, index) => [id, index]));
  const seats = [
    ...members.filter((member) => countsOn(day, member)).map((member) => ({ at: order.get(member.functionId), seat: { kind: "MEMBER", member } as Seat<Member> })),
    ...completenessOn(day, functions, members, startedOn).vacancies.map((vacancy) => ({ at: order.get(vacancy.functionIds[0] ?? ""), seat: { kind: "VACANCY", vacancy } as Seat<Member> })),
  ];
  // Members of a function keep the order in which they came.
  return seats.toSorted((a, b) => (a.at ?? order.size) - (b.at ?? order.size)).map(({ seat }) => seat);
}

/**
 * The first day on which nobody held any of these functions, seen from a day on which nobody does: the day after the
 * last holder's last day, or the day the team started when there was none before.
 */
export function vacancySince(day: Day, functionIds: readonly string[], tenures: readonly Tenure[], startedOn: Day): Day {
  const lastDays = tenuresOf(functionIds, tenures).flatMap(({ lastDay }) => (lastDay !== null && lastDay < day ? [lastDay] : []));
  const last = lastDays.toSorted().at(-1);
  return last === undefined || last < startedOn ? startedOn : addDays(last, 1);
}

/** Whether a school of this sector may have another core team beside one it has: only a large mbo school works so. */
export function mayHaveSeveralTeams(sector: "PO" | "VO" | "SO" | "MBO"): boolean {
  return sector === "MBO";
}

/** Who may add to a team, change and end a membership: the school its own colleagues, the samenwerkingsverband everybody. */
export function addingTakes({ coordinates }: { coordinates: boolean }): "colleague:add" | "member:manage" {
  return coordinates ? "colleague:add" : "member:manage";
}

/** The right it takes to change or end a membership with this function. */
export function endingTakes({ coordinates }: { coordinates: boolean }): "colleague:end" | "member:manage" {
  return coordinates ? "colleague:end" : "member:manage";
}

function tenuresOf(functionIds: readonly string[], tenures: readonly Tenure[]): Tenure[] {
  return tenures.filter(({ functionId }) => functionIds.includes(functionId));
}

function earliestDay(days: readonly Day[]): Day | null {
  return days.toSorted().at(0) ?? null;
}
