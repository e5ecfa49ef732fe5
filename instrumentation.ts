/** Checks the environment when the server starts, so that a missing secret is found before the first visitor. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ env }, { rememberAnswers }] = await Promise.all([import("#lib/env"), import("#lib/access/answer-status")]);
  env();
  rememberAnswers();
}
