import { absentDays, datedPatterns, type DatedPattern } from "#lib/availability/rules";
import { type Day, dayFromDatabase } from "#lib/dates";
import { photoPath, photoSelect } from "#lib/photos/schema";
import type { Prisma } from "#prisma/generated/client";

/** Whole days on which a member is away, and who comes instead, with how to reach that person. */
export type TeamAbsence = { firstDay: Day; lastDay: Day; replacement: { name: string; phone: string | null; email: string | null } | null };

/** Somebody in a core team, with what this person shows to colleagues. */
export type TeamMember = {
  membershipId: string;
  personId: string;
  name: string;
  photoUrl: string | null;
  functionId: string;
  functionName: string;
  coordinates: boolean;
  /** The place of the function in the list. */
  position: number;
  /** Null for somebody of the school itself. */
  organisation: string | null;
  phone: string | null;
  email: string | null;
  /** When this person works, now and from a later day on. */
  patterns: DatedPattern[];
  /** Days of absence that are not over, as far as this viewer may know. */
  absences: TeamAbsence[];
  callMeFor: string | null;
  firstDay: Day;
  lastDay: Day | null;
  temporaryReason: string | null;
};

/** Somebody of the samenwerkingsverband whom a team may ask. */
export type TeamGuide = Pick<TeamMember, "name" | "photoUrl" | "organisation" | "phone" | "email" | "patterns" | "callMeFor"> & { role: "PROCESS_COACH" | "ORGANISER" };

/** What colleagues see of somebody in a core team. */
export const teamPersonSelect = { id: true, name: true, phone: true, email: true, sharesPhone: true, sharesEmail: true, callMeFor: true, photo: photoSelect, workingPatterns: { select: { validFrom: true, mornings: true, afternoons: true } } } satisfies Prisma.PersonSelect;

/** A membership with its person, function and organisation. */
export const memberSelect = {
  id: true,
  firstDay: true,
  lastDay: true,
  temporaryReason: true,
  person: {
    select: {
      ...teamPersonSelect,
      absences: { select: { firstDay: true, lastDay: true, replacement: { select: { name: true, phone: true, email: true, sharesPhone: true, sharesEmail: true } } } },
    },
  },
  function: { select: { id: true, name: true, coordinates: true, position: true } },
  organisation: { select: { name: true } },
} satisfies Prisma.MembershipSelect;

/** A member as the database gives one, without what is not shared. */
export function memberOf({ person, function: held, ...membership }: Prisma.MembershipGetPayload<{ select: typeof memberSelect }>): TeamMember {
  return {
    membershipId: membership.id,
    personId: person.id,
    name: person.name,
    functionId: held.id,
    functionName: held.name,
    coordinates: held.coordinates,
    position: held.position,
    organisation: membership.organisation?.name ?? null,
    ...shared(person),
    absences: absentDays(person.absences).map(({ replacement, ...days }) => ({ ...days, replacement: replacement && { name: replacement.name, ...reachOf(replacement) } })),
    firstDay: dayFromDatabase(membership.firstDay),
    lastDay: membership.lastDay && dayFromDatabase(membership.lastDay),
    temporaryReason: membership.temporaryReason,
  };
}

type PersonRow = Prisma.PersonGetPayload<{ select: typeof teamPersonSelect }>;

/** Somebody of the samenwerkingsverband as the database gives one. */
export function guideOf({ role, person, organisation }: { role: string; person: PersonRow; organisation: { name: string } | null }): TeamGuide {
  return { name: person.name, role: role === "PROCESS_COACH" ? "PROCESS_COACH" : "ORGANISER", organisation: organisation?.name ?? null, ...shared(person) };
}

function shared({ workingPatterns, callMeFor, photo, ...person }: PersonRow) {
  return { ...reachOf(person), photoUrl: photoPath(person.id, photo?.hash), patterns: datedPatterns(workingPatterns), callMeFor };
}

// What somebody does not share with colleagues goes no further than here.
function reachOf({ phone, email, sharesPhone, sharesEmail }: Pick<PersonRow, "phone" | "email" | "sharesPhone" | "sharesEmail">) {
  return { phone: sharesPhone ? phone : null, email: sharesEmail ? email : null };
}
