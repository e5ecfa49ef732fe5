import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { PLACE } from "#lib/agenda/rules";
import type { MeetingKind } from "#lib/meetings/schema";

/**
 * Gives a meeting that was just scheduled its agenda: a copy of the standaardagenda of its kind, its own from then on.
 * Nothing happens where the samenwerkingsverband has none. Part of the transaction of the scheduling.
 */
export async function copyTemplate(viewer: Viewer, { meetingId, scope, kind }: { meetingId: string; scope: Required<Scope>; kind: MeetingKind }): Promise<void> {
  const { consortiumId, coreTeamId } = scope;
  await viewer.db.$executeRaw`
    INSERT INTO agenda (meeting_id, consortium_id, core_team_id, kind, name, goals)
    SELECT ${meetingId}::uuid, consortium_id, ${coreTeamId}::uuid, kind, name, goals FROM agenda_template
    WHERE consortium_id = ${consortiumId}::uuid AND kind = ${kind}::"MeetingKind"`;
  await viewer.db.$executeRaw`
    INSERT INTO agenda_item (consortium_id, core_team_id, meeting_id, position, title, explanation, questions, minutes, standing)
    SELECT i.consortium_id, ${coreTeamId}::uuid, ${meetingId}::uuid, i.position * ${PLACE}::int, i.title, i.explanation, i.questions, i.minutes, i.standing
    FROM agenda_template t JOIN agenda_template_item i ON i.template_id = t.id
    WHERE t.consortium_id = ${consortiumId}::uuid AND t.kind = ${kind}::"MeetingKind"`;
}
