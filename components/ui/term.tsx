import { useId, type ReactNode } from "react";
import { commonTexts } from "#lib/texts/common";

type TermProps = {
  /** The word as it stands in the sentence. */
  children: string;
  meaning: ReactNode;
};

/**
 * A word that means different things to different people: dotted underline, and its meaning at a press.
 * The browser opens the explanation by itself (popover), with Escape to close it; one that cannot shows it in the text.
 */
export function Term({ children, meaning }: TermProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className="term" title={commonTexts.meaningOf(children)}>
        {children}
      </button>
      <span id={id} popover="auto" role="note" className="term-meaning">
        <strong className="block">{children}</strong>
        {meaning}
      </span>
    </>
  );
}
