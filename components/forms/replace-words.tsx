"use client";

import { useState } from "react";
import { buttonClass } from "#components/ui/button";
import { useScriptRuns } from "#components/ui/use-script-runs";
import { withReplacement } from "#lib/forms/marked-text";
import { formTexts } from "#lib/texts/forms";

type ReplaceWordsProps = { fieldId: string; words: string; replacement: string };

/** A shortcut for who has script: puts the suggestion in the box, everywhere the words stand. */
export function ReplaceWords({ fieldId, words, replacement }: ReplaceWordsProps) {
  const scriptRuns = useScriptRuns();
  const [done, setDone] = useState(false);
  if (!scriptRuns) return null;

  function replace() {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    field.value = withReplacement(field.value, words, replacement);
    setDone(true);
  }

  return (
    <div role="status" className="text-sm">
      {done ? (
        <span className="text-done">{formTexts.findingReplaced(words)}</span>
      ) : (
        <button
          type="button"
          onClick={replace}
          aria-label={formTexts.findingReplaceLabel(words, replacement)}
          className={buttonClass("quiet")}
        >
          {formTexts.findingReplace}
        </button>
      )}
    </div>
  );
}
