"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type ButtonVariant } from "#components/ui/button";
import { formTexts } from "#lib/texts/forms";

type SubmitButtonProps = {
  children: ReactNode;
  /** What the button says while the form is on its way: "De uitnodigingen gaan weg…". */
  pendingLabel?: string;
  variant?: ButtonVariant;
  name?: string;
  value?: string;
  /** The id of what should be known before pressing. */
  describedBy?: string;
};

/** The button that sends the form. While it is on its way it says so, and keeps the focus. */
export function SubmitButton({ children, pendingLabel = formTexts.busy, variant = "primary", name, value, describedBy }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  // With two buttons in one form only the pressed one is busy.
  const busy = pending && (name === undefined || data.get(name) === (value ?? ""));
  return (
    <button type="submit" name={name} value={value} aria-disabled={pending || undefined} aria-describedby={describedBy} className={buttonClass(variant)}>
      {busy ? pendingLabel : children}
    </button>
  );
}
