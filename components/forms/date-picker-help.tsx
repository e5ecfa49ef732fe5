"use client";

import { useRef } from "react";
import { CalendarIcon } from "#components/ui/icons";
import { useScriptRuns } from "#components/ui/use-script-runs";
import { datePartsOf } from "#lib/forms/date-parts";
import { formTexts } from "#lib/texts/forms";

type DatePickerHelpProps = { dayId: string; monthId: string; yearId: string; about: string };

/** The browser's own calendar, as a help that fills in the three boxes. Without script it is not there. */
export function DatePickerHelp({ dayId, monthId, yearId, about }: DatePickerHelpProps) {
  const picker = useRef<HTMLInputElement>(null);
  const scriptRuns = useScriptRuns();
  if (!scriptRuns) return null;

  function open() {
    if (picker.current === null) return;
    picker.current.value = typedDay(dayId, monthId, yearId);
    picker.current.showPicker();
  }

  function fill(day: string) {
    const parts = datePartsOf(day);
    setBox(dayId, parts.day);
    setBox(monthId, parts.month);
    setBox(yearId, parts.year);
  }

  return (
    <div className="relative">
      <button
        type="button"
        onClick={open}
        aria-label={`${formTexts.pickDate}: ${about}`}
        className="inline-flex size-12 cursor-pointer items-center justify-center rounded-md border-[1.5px] border-edge bg-sheet text-ink-soft hover:border-ink hover:text-ink"
      >
        <CalendarIcon className="size-6" />
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => fill(event.currentTarget.value)}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
    </div>
  );
}

function typedDay(dayId: string, monthId: string, yearId: string): string {
  return [boxValue(yearId).padStart(4, "0"), boxValue(monthId).padStart(2, "0"), boxValue(dayId).padStart(2, "0")].join("-");
}

function boxValue(id: string): string {
  const box = document.getElementById(id);
  return box instanceof HTMLInputElement ? box.value.trim() : "";
}

function setBox(id: string, value: string) {
  const box = document.getElementById(id);
  if (box instanceof HTMLInputElement) box.value = value;
}
