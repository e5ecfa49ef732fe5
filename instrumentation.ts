/** Checks the environment when the server starts, so that a missing secret or key is found before the first visitor. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ masterKeys }, { rememberAnswers }] = await Promise.all([import("#lib/sealing/master-key"), import("#lib/access/answer-status")]);
  masterKeys();
  rememberAnswers();
}
