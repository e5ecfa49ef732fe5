import { isFromOurPages, type RateLimit, withinLimit } from "#lib/access/request";
import { publicRoute } from "#lib/access/routes";
import { currentSession, type SessionState } from "#lib/auth/session";
import { keepDraft, takeDraftBack } from "#lib/forms/drafts";
import { readFormKey } from "#lib/forms/form-key";
import { readLeftTyping } from "#lib/forms/left-typing";

const PER_PERSON: RateLimit = { name: "draft", most: 60, seconds: 60 };

/**
 * Keeps what somebody typed in a form and did not send, when its page is left: for whom that form was drawn, and where it
 * stands, as its key says. Somebody else who is signed in here is refused. Whose session is over is not: the text would be lost,
 * and only its writer gets it back. A form that was sent after all, or is about a casus that was stopped, is told apart by nothing.
 */
export const POST = publicRoute(async (request) => {
  if (!isFromOurPages(request.headers)) return answer(403);
  const typing = await readLeftTyping(request);
  if (typeof typing === "number") return answer(typing);
  const form = readFormKey(typing.formKey);
  if (form === null || form.place === null || isSomebodyElse(await currentSession(), form.owner)) return answer(403);
  if (!(await withinLimit(PER_PERSON, form.owner))) return answer(429);
  const done = typing.values === null ? await takeDraftBack(form.owner, form.place, typing.formKey) : await keepDraft(form.owner, form.place, typing.values, typing.formKey);
  return answer(done ? 204 : 409);
});

function isSomebodyElse(session: SessionState, personId: string): boolean {
  return session !== null && (session.state === "open" ? session.facts.person.id : session.personId) !== personId;
}

function answer(status: number): Response {
  return new Response(status === 204 ? null : "", { status, headers: { "Cache-Control": "private, no-store" } });
}
