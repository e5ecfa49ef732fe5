/** Takes all that is shown off the screen, and then goes elsewhere. */
export function leave(go: () => void): void {
  document.title = "";
  document.body.hidden = true;
  document.body.replaceChildren();
  go();
}
