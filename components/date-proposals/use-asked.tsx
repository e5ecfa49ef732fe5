import { useEffect, useState, type RefObject } from "react";

/**
 * How many people a question about dates goes to: who is ticked and not on call, except whoever asks. Null until script runs.
 */
export function useAsked(fields: RefObject<HTMLDivElement | null>, ownId: string): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const root = fields.current;
    if (root === null) return;
    const recount = () => setCount(countAsked(root, ownId));
    recount();
    root.addEventListener("change", recount);
    return () => root.removeEventListener("change", recount);
  });
  return count;
}

function countAsked(root: HTMLElement, ownId: string): number {
  const onCall = new Set([...root.querySelectorAll<HTMLSelectElement>('select[name="attendance"]')].map(({ value }) => value));
  const ticked = [...root.querySelectorAll<HTMLInputElement>('input[name="invitees"]:checked')].map(({ value }) => value);
  return ticked.filter((personId) => personId !== ownId && !onCall.has(`${personId}:ON_CALL`)).length;
}
