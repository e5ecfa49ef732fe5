import type { AccessRole } from "#lib/access/permissions";
import { type Client, clientOf, nobody } from "#tests/support/browserless";
import { type ActorName, actorNames, type Reader } from "#tests/support/markers";
import { type MatrixWorld, readerOf, readerWithTwoJobs, roleOfActor, type Side } from "#tests/support/matrix-world";

/** Somebody who sends requests. */
export type Visitor = {
  /** "partner of b". */
  label: string;
  client: Client;
  reader: Reader;
  /** What this person is where; nothing for somebody without any membership or role, and for who is not signed in. */
  jobs: readonly { side: Side; name: ActorName }[];
};

/** Everybody of both sides, somebody of both, somebody of neither, and nobody at all; each signed in once. */
export async function visitorsOf(world: MatrixWorld): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (const side of [world.a, world.b]) for (const name of actorNames) visitors.push(await visitorOf(side, name));
  const twoJobs: Visitor["jobs"] = [{ side: world.a, name: "partner" }, { side: world.a, name: "siblingMember" }, { side: world.b, name: "processCoach" }];
  visitors.push({ label: "two jobs", client: await clientOf(world.twoJobs.id), reader: readerWithTwoJobs(world), jobs: twoJobs });
  visitors.push({ label: "stranger", client: await clientOf(world.stranger.id), reader: [], jobs: [] });
  visitors.push({ label: "nobody", client: nobody, reader: [], jobs: [] });
  return visitors;
}

/** One actor of a side, signed in. */
export async function visitorOf(side: Side, name: ActorName): Promise<Visitor> {
  return { label: `${name} of ${side.letter}`, client: await clientOf(side.actors[name].id), reader: readerOf(side, name), jobs: [{ side, name }] };
}

/** Whether somebody has one of these access roles for the core team and the samenwerkingsverband of a side. */
export function isFor(allowed: readonly AccessRole[], side: Side, { jobs }: Visitor): boolean {
  return jobs.some((job) => job.side === side && allowed.includes(roleOfActor[job.name] ?? "operator"));
}

/** Whether somebody has one of these access roles anywhere. */
export function isForAnywhere(allowed: readonly AccessRole[], { jobs }: Visitor): boolean {
  return jobs.some(({ name }) => allowed.includes((name === "siblingMember" ? "schoolCoordinator" : roleOfActor[name]) ?? "operator"));
}
