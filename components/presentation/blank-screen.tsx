import { BlankLink } from "#components/presentation/blank-link";

/**
 * Makes a shared screen empty at once: Esc twice within a second, or the link, which works without script too. What is
 * shown goes first, then the address, and Back does not bring it back. Who left the page in another way and comes back by
 * Back sees what the server shows now, and nothing that was kept.
 */
export function BlankScreen() {
  return <BlankLink showing={crypto.randomUUID()} />;
}
