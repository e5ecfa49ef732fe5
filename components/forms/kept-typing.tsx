"use client";

import { createContext, type ReactNode, type RefObject, useContext, useEffect } from "react";
import type { TypedValues } from "#lib/forms/form-state";

/** The door that keeps what was typed and not sent. */
const DOOR = "/drafts";
const JSON_TYPE = "application/json";
const KEPT_WITHIN_MS = 10_000;
const NO_TEXT = ["submit", "button", "image", "reset", "file"];

/** A form on the page: what stood in its boxes when it was drawn, and what was last sent to be kept. */
type Watched = { form: HTMLFormElement; start: string; sent: string | null };

const watched = new Set<Watched>();
/** The keys of forms that were sent and led elsewhere: the server has what was typed in them. */
const arrived = new Set<string>();

const KeepsTyping = createContext(false);

/**
 * Around forms that are not to be lost when their page is left otherwise than by sending them: by a link, by Back, by closing or
 * reloading it, by making the screen empty, or because a phone takes it away. What is typed then goes to be kept as a draft.
 */
export function KeepTyping({ on = true, children }: { on?: boolean; children: ReactNode }) {
  return <KeepsTyping value={on}>{children}</KeepsTyping>;
}

/** Whether the forms here are kept so. */
export function useKeepsTyping(): boolean {
  return useContext(KeepsTyping);
}

/** Watches a form while it is on the page. */
export function useKeptTyping(ref: RefObject<HTMLFormElement | null>): void {
  const keeps = useKeepsTyping();
  useEffect(() => {
    const form = ref.current;
    if (!keeps || form === null) return;
    const one: Watched = { form, start: JSON.stringify(answersIn(form, "as drawn")), sent: null };
    const leave = () => sendOff(one);
    const hide = () => document.visibilityState === "hidden" && leave();
    watched.add(one);
    // The first comes before the next page is asked for, so that a page that is loaded again finds the draft. A phone knows it not.
    window.addEventListener("beforeunload", leave);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("beforeunload", leave);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      watched.delete(one);
      // A link within the app leaves the document where it is.
      leave();
    };
  }, [keeps, ref]);
}

/** Sends what was typed on this page to be kept, and waits for it: true when there was something and all of it is kept. */
export async function keepTyping(): Promise<boolean> {
  await Promise.all([...watched].map(async (one) => {
    const letter = letterOf(one);
    if (letter !== null && (await isTaken(letter))) one.sent = letter;
  }));
  const typed = [...watched].filter(isTyped);
  return typed.length > 0 && typed.every((one) => one.sent !== null && letterOf(one) === null);
}

async function isTaken(letter: string): Promise<boolean> {
  const sending = fetch(DOOR, { method: "POST", headers: { "Content-Type": JSON_TYPE }, body: letter, signal: AbortSignal.timeout(KEPT_WITHIN_MS) });
  return sending.then(({ ok }) => ok, () => false);
}

/** Notes that a form was sent and leads elsewhere, or that it did not after all. */
export function noteArrival(sent: FormData, hasArrived: boolean): void {
  const key = String(sent.get("formKey"));
  if (hasArrived) arrived.add(key);
  else arrived.delete(key);
}

function sendOff(one: Watched): void {
  const letter = letterOf(one);
  // It goes out also when the page is gone a moment later.
  if (letter !== null && navigator.sendBeacon(DOOR, new Blob([letter], { type: JSON_TYPE }))) one.sent = letter;
}

/** What is to be said of a form now; null for what the server knows, or need not know because nothing was typed. */
function letterOf(one: Watched): string | null {
  const formKey = new FormData(one.form).get("formKey");
  if (typeof formKey !== "string" || arrived.has(formKey)) return null;
  const typed = isTyped(one);
  if (!typed && one.sent === null) return null;
  const letter = JSON.stringify({ formKey, values: typed ? valuesIn(one.form) : null });
  return letter === one.sent ? null : letter;
}

function isTyped({ form, start }: Watched): boolean {
  return JSON.stringify(answersIn(form, "now")) !== start;
}

/** What is answered in a form, without what nobody types and what is empty: as it was drawn, or as it stands now. */
function answersIn(form: HTMLFormElement, when: "as drawn" | "now"): [string, string][] {
  const asDrawn = when === "as drawn";
  return boxesIn(form).flatMap((box): [string, string][] => {
    if (box.type === "hidden") return [];
    if (box instanceof HTMLSelectElement) return [...box.options].filter((each) => (asDrawn ? each.defaultSelected : each.selected) && each.value !== "").map((each) => [box.name, each.value]);
    if (isTick(box) && !(asDrawn ? box.defaultChecked : box.checked)) return [];
    const value = asDrawn && !isTick(box) ? box.defaultValue : box.value;
    return value === "" ? [] : [[box.name, value]];
  });
}

/** All that a form would send but its key, and that nothing is ticked where nothing is. */
function valuesIn(form: HTMLFormElement): TypedValues {
  const values: TypedValues = {};
  for (const box of boxesIn(form)) {
    if (!isTick(box)) values[box.name] = box.value;
    else if (box.type === "checkbox") values[box.name] = [...[values[box.name] ?? []].flat(), ...(box.checked ? [box.value] : [])];
    else if (box.checked) values[box.name] = box.value;
  }
  return values;
}

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function boxesIn(form: HTMLFormElement): Box[] {
  const all = [...form.elements].filter((each): each is Box => each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement);
  // What React sends along to find the action has a name with a $.
  return all.filter(({ name, type }) => /^[a-z]\w*$/i.test(name) && name !== "formKey" && !NO_TEXT.includes(type));
}

function isTick(box: Box): box is HTMLInputElement {
  return box instanceof HTMLInputElement && (box.type === "checkbox" || box.type === "radio");
}
