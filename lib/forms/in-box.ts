import type { Finding } from "#lib/anonymity/findings";
import { editBetween, placeAfter, withSuggestions } from "#lib/forms/typed-words";

/** A box to type in, in the browser. */
export type Box = HTMLTextAreaElement | HTMLInputElement;

/** Whether something on the page is a box to type in. */
export function isBox(thing: unknown): thing is Box {
  return thing instanceof HTMLTextAreaElement || thing instanceof HTMLInputElement;
}

/**
 * Puts suggestions in a box in the place of found words, as if somebody typed them: undo takes them back in one step, who typed
 * stands where that was, and whoever listens to the box hears of it. The focus stays where it is.
 */
export function replaceInBox(box: Box, findings: readonly Pick<Finding, "text" | "suggestion">[]): void {
  const before = box.value;
  const after = withSuggestions(before, findings);
  const edit = editBetween(before, after);
  if (edit === null) return;
  const place = (at: number | null) => placeAfter(before, at ?? before.length, findings);
  const [from, to] = [place(box.selectionStart), place(box.selectionEnd)];
  const focused = document.activeElement;
  box.focus({ preventScroll: true });
  box.setSelectionRange(edit.start, edit.end);
  // Typing stops at the longest a box takes, and would cut the end off; then the server says that it is too long.
  const fits = box.maxLength < 0 || after.length <= box.maxLength;
  if (!(fits && typeInto(edit.text))) {
    box.setRangeText(edit.text, edit.start, edit.end);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.setSelectionRange(from, to);
  if (focused instanceof HTMLElement && focused !== box) focused.focus({ preventScroll: true });
}

// The only way for script to type such that undo knows of it. Old, and in every browser.
function typeInto(text: string): boolean {
  return text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
}
