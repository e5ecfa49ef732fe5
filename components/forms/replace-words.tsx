"use client";

import { useState } from "react";
import { buttonClass } from "#components/ui/button";
import { useScriptRuns } from "#components/ui/use-script-runs";
import type { Finding } from "#lib/anonymity/findings";
import { isBox, replaceInBox } from "#lib/forms/in-box";
import { formTexts } from "#lib/texts/forms";

type ReplaceWordsProps = { fieldId: string; finding: Finding };

/** A shortcut for who has script: puts the suggestion in the box, everywhere the words stand. */
export function ReplaceWords({ fieldId, finding }: ReplaceWordsProps) {
  const scriptRuns = useScriptRuns();
  const [done, setDone] = useState(false);
  if (!scriptRuns) return null;

  function replace() {
    const box = document.getElementById(fieldId);
    if (!isBox(box)) return;
    replaceInBox(box, [finding]);
    setDone(true);
  }

  return (
    <>
      <span role="status" className="sr-only">
        {done && formTexts.findingReplaced(finding.text)}
      </span>
      <ReplaceButton finding={finding} done={done} onPress={replace} />
    </>
  );
}

/** The button itself. It stays when it has done its work, so that whoever pressed it does not lose the place. */
export function ReplaceButton({ finding, done, onPress }: { finding: Finding; done: boolean; onPress: () => void }) {
  const { text, suggestion } = finding;
  return (
    <button type="button" onClick={onPress} aria-label={done ? formTexts.findingReplaced(text) : formTexts.findingReplaceLabel(text, suggestion)} className={buttonClass("quiet")}>
      {done ? formTexts.findingIsReplaced : formTexts.findingReplace}
    </button>
  );
}
