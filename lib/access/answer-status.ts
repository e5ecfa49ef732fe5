import { AsyncLocalStorage } from "node:async_hooks";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";

// Next bundles this file more than once; all copies must mean the same answer.
const shared = globalThis as unknown as { kernteamAnswers?: AsyncLocalStorage<ServerResponse> };

/**
 * Remembers, for all that a request sets in motion, which answer it is about: the way in which tracing tools do it.
 * A page of Next cannot set its status. What `notFound()` shows is drawn by script, so without script it is blank.
 */
export function rememberAnswers(): void {
  if (shared.kernteamAnswers) return;
  const answers = new AsyncLocalStorage<ServerResponse>();
  shared.kernteamAnswers = answers;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...details: unknown[]): boolean {
    if (event !== "request") return Reflect.apply(emit, this, [event, ...details]) as boolean;
    noteConnection(details[0] as IncomingMessage);
    return answers.run(details[1] as ServerResponse, () => Reflect.apply(emit, this, [event, ...details]) as boolean);
  };
}

// Next notes the address of a connection only where a request claims none. Behind the claims it is the one thing we know.
function noteConnection(request: IncomingMessage): void {
  const claimed = request.headers["x-forwarded-for"];
  request.headers["x-forwarded-for"] = [claimed ?? [], request.socket.remoteAddress ?? "unknown"].flat().join(", ");
}

/** Answers that this page is not there; false when the answer is not known or on its way already. */
export function answerNotFound(): boolean {
  const answer = shared.kernteamAnswers?.getStore();
  if (!answer || answer.headersSent) return false;
  answer.statusCode = 404;
  return true;
}
