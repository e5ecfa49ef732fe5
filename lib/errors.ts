/** This person may not do this. `formAction` turns it into a sentence; a page answers that it does not exist. */
export class ForbiddenError extends Error {
  override name = "ForbiddenError";
}

/** What was asked for is not there, or not for this person: the two look the same from outside. */
export class NotFoundError extends Error {
  override name = "NotFoundError";
}

/** This takes a fresh proof of who is there. `formAction` keeps what was typed and leads to the page that asks for it. */
export class ProofNeededError extends Error {
  override name = "ProofNeededError";
}

/** This takes a second factor. A page leads to the page that asks for it; `formAction` keeps what was typed and does so too. */
export class AssuranceNeededError extends Error {
  override name = "AssuranceNeededError";
}

/** Something broke, and the log says what as a code: its message quotes no value. It is made by `concealed` alone. */
export class FaultError extends Error {
  override name = "FaultError";
}

/** Thrown to undo what a refused command wrote. It never leaves `lib/access`. */
export class RefusedError extends Error {
  override name = "RefusedError";
  readonly answer: unknown;

  constructor(answer: unknown) {
    super("refused");
    this.answer = answer;
  }
}
