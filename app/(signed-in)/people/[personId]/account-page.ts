import type { Viewer } from "#lib/access/viewer";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { findAccountFigures, findPerson, type Person } from "#lib/people/queries";
import { peopleTexts as texts } from "#lib/texts/people";

/** What the pages show that switch an account off or on, with the sentence that says why it cannot be done, if so. */
export async function accountPage(viewer: Viewer, personId: string, to: "off" | "on") {
  const person = await findPerson(viewer, personId);
  const figures = await findAccountFigures(viewer, personId);
  if (!person || !figures) throw new NotFoundError("person");
  return { person, figures, obstacle: obstacleOf(person, figures.worksElsewhere, to), formKey: newFormKey(viewer.person.id) };
}

/** How many core teams somebody is in today, and how many roles this person has. */
export function runningJobs({ memberships, roles }: Person): { teams: number; roles: number } {
  const running = memberships.filter(({ tense }) => tense === "RUNNING");
  return { teams: new Set(running.map(({ coreTeamId }) => coreTeamId)).size, roles: roles.filter(({ tense }) => tense === "RUNNING").length };
}

function obstacleOf(person: Person, worksElsewhere: boolean, to: "off" | "on"): string | null {
  if (person.isSelf) return texts.refused.OWN_ACCOUNT;
  if (worksElsewhere) return texts.elsewhere;
  if ((person.deactivatedAt === null) === (to === "on")) return to === "on" ? texts.onAlready : texts.offAlready;
  return null;
}
