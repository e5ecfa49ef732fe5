"use client";

import { type FormEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { CheckedNamesContext } from "#components/forms/checked-names";
import { fieldId } from "#components/forms/field-parts";
import { FoundWord } from "#components/forms/found-word";
import { ReplaceButton } from "#components/forms/replace-words";
import { buttonClass } from "#components/ui/button";
import { type CheckedAs, type CheckedNames, type Finding, readKept } from "#lib/anonymity/findings";
import { checkWhileTyping, prepareToCheck } from "#lib/anonymity/while-typing";
import { type Box, isBox, replaceInBox } from "#lib/forms/in-box";
import { PAUSE, unheard, wordsToTell } from "#lib/forms/typed-words";
import { formTexts } from "#lib/texts/forms";

export type WatchedFieldProps = {
  /** The name of the box. */
  name: string;
  checkedAs: CheckedAs;
  /** A box of the same form with a name that may be used as well, such as that of the guest who is asked something. */
  alsoNamed?: string | undefined;
  /** What the form says since its last sending, which is not said twice. */
  told: readonly Finding[];
  children: ReactNode;
};

/** Words to show, those among them that were just replaced, and what is said aloud. */
type Told = { words: readonly Finding[]; replaced: readonly Finding[]; aloud: string };

const nothing: Told = { words: [], replaced: [], aloud: "" };

/**
 * A box whose words are looked at, in this browser, whenever its writer pauses. What may identify somebody is shown below it, calmly:
 * nothing is marked, asked or stopped, and the focus stays. Saving judges it all by itself, also without script.
 */
export function WatchedField({ name, checkedAs, alsoNamed, told, children }: WatchedFieldProps) {
  const names = useContext(CheckedNamesContext);
  const [{ words, replaced, aloud }, setTold] = useState(nothing);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLDivElement>(null);
  // Replacing changes the box as typing does, and is none.
  const replacing = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  function typed({ target }: FormEvent) {
    if (names === null || !isBox(target) || target.name !== name) return;
    prepareToCheck();
    if (!replacing.current) setTold((before) => (before.replaced.length === 0 ? before : { ...before, replaced: [] }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(target, names), PAUSE);
  }

  async function look(box: Box, known: CheckedNames) {
    const text = box.value;
    const form = box.form && new FormData(box.form);
    const findings = await checkWhileTyping(text, checkedAs, withNamed(known, textIn(form, alsoNamed)));
    // Somebody went on typing meanwhile.
    if (box.value !== text) return;
    const found = wordsToTell(findings, { kept: readKept(textIn(form, `${name}Reason`)), told: [] });
    setTold((before) => ({ ...before, words: found, aloud: sentenceFor(unheard(before.words, found)) || (found.length > 0 ? before.aloud : "") }));
  }

  function replace(chosen: readonly Finding[]) {
    const box = field.current?.querySelector(`#${fieldId(name)}`);
    if (!isBox(box)) return;
    replacing.current = true;
    replaceInBox(box, chosen);
    replacing.current = false;
    setTold((before) => ({
      ...before,
      // What was replaced stays in the list until somebody types again: a list that folds away would take the button of the form from under a finger.
      replaced: [...before.replaced.filter((each) => !chosen.includes(each)), ...chosen],
      aloud: chosen.length === 1 ? formTexts.findingReplaced(chosen[0]?.text ?? "") : formTexts.findingsReplaced,
    }));
  }

  const gone = replaced.filter((each) => !words.some(({ text }) => text === each.text));
  const shown = [...wordsToTell(words, { kept: null, told }), ...gone].toSorted((a, b) => a.start - b.start);
  return (
    <div ref={field} onInput={typed}>
      {children}
      {names !== null && (
        <p aria-live="polite" className="sr-only">
          {aloud}
        </p>
      )}
      {shown.length > 0 && <QuietWords words={shown} replaced={replaced} onReplace={replace} />}
    </div>
  );
}

type QuietWordsProps = {
  words: readonly Finding[];
  replaced: readonly Finding[];
  onReplace: (chosen: readonly Finding[]) => void;
};

function QuietWords({ words, replaced, onReplace }: QuietWordsProps) {
  const titleId = useId();
  const isReplaced = ({ text }: Finding) => replaced.some((each) => each.text === text);
  const left = words.filter((word) => !isReplaced(word));
  return (
    <div role="group" aria-labelledby={titleId} className="mt-3 border-l-2 border-rule pl-4 print:hidden">
      <p id={titleId} className="text-sm text-ink-soft">
        {formTexts.findingsTitle}
      </p>
      <div>
        <ul className="mt-1 divide-y divide-rule">
          {words.map((word) => (
            <FoundWord key={word.text} finding={word}>
              <ReplaceButton finding={word} done={isReplaced(word)} onPress={() => onReplace([word])} />
            </FoundWord>
          ))}
        </ul>
        {words.length > 1 && (
          <button type="button" onClick={() => onReplace(left)} className={buttonClass("quiet")}>
            {left.length === 0 ? formTexts.findingsReplaced : formTexts.findingsReplaceAll(left.length)}
          </button>
        )}
      </div>
      <p className="text-sm text-ink-soft">{formTexts.findingsLater}</p>
    </div>
  );
}

function sentenceFor(words: readonly Finding[]): string {
  return words.length === 0 ? "" : formTexts.findingsAloud(words.map(({ text }) => text));
}

function textIn(form: FormData | null, name: string | undefined): string {
  const value = name === undefined ? null : form?.get(name);
  return typeof value === "string" ? value : "";
}

function withNamed(names: CheckedNames, named: string): CheckedNames {
  return named === "" ? names : { ...names, colleagues: [...(names.colleagues ?? []), named] };
}
