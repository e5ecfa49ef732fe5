"use client";

import { FieldError, FieldHint, boxClass, fieldId } from "#components/forms/field-parts";
import { DownIcon } from "#components/ui/icons";
import { typedValues, type FormState } from "#lib/forms/form-state";
import type { Attendance } from "#lib/meetings/schema";
import { attendanceNames, inviteeTexts } from "#lib/texts/meetings";

/** Somebody of the team to invite or not, as a form shows it. */
export type InviteeChoice = {
  personId: string;
  name: string;
  /** Function and organisation. */
  about: string;
  attendance: Attendance;
  /** Said of who is not a member all the time: "lid tot en met 31 januari 2027". */
  days: string | null;
  /** When this person is a member, as calendar days; an open end is null. */
  spells: readonly { firstDay: string; lastDay: string | null }[];
  /** Belongs to the small meeting of IB, CJG and SWV. */
  small: boolean;
};

type InviteeFieldsProps = { state: FormState; choices: readonly InviteeChoice[]; hint?: string };

/**
 * The team with a tick for who is invited, and beside it how needed each is. The form starts from `values.invitees`, the
 * ticked people, and `values.attendance`, entries such as "<person>:REQUIRED" where it is not the usual.
 */
export function InviteeFields({ state, choices, hint = inviteeTexts.hint }: InviteeFieldsProps) {
  const id = fieldId("invitees");
  const error = state.errors.invitees;
  const ticked = typedValues(state, "invitees");
  const attendance = new Map(typedValues(state, "attendance").map((entry) => entry.split(":") as [string, string]));
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}>
      <legend className="font-semibold">{inviteeTexts.legend}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id} error={error} />
      <ul className="mt-3 border-t border-rule @container">
        {choices.map((choice, index) => (
          <InviteeLine
            key={choice.personId}
            id={index === 0 ? id : `${id}-${index}`}
            choice={choice}
            ticked={ticked.includes(choice.personId)}
            attendance={attendance.get(choice.personId) ?? choice.attendance}
            invalid={error === undefined ? undefined : true}
          />
        ))}
      </ul>
    </fieldset>
  );
}

type InviteeLineProps = { id: string; choice: InviteeChoice; ticked: boolean; attendance: string; invalid: true | undefined };

function InviteeLine({ id, choice, ticked, attendance, invalid }: InviteeLineProps) {
  const { personId, name, about, days } = choice;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-rule py-2.5">
      <div className="flex min-w-0 flex-[1_1_14rem] items-start gap-3">
        <input id={id} type="checkbox" name="invitees" value={personId} defaultChecked={ticked} aria-invalid={invalid} aria-describedby={`${id}-about`} className="choice" />
        <div className="min-w-0">
          <label htmlFor={id} className="-my-1 block cursor-pointer py-[calc(0.25rem+0.15625rem)]">
            {name}
          </label>
          <p id={`${id}-about`} className="text-sm text-ink-soft">
            {about}
            {days && <span className="block">{days}</span>}
          </p>
        </div>
      </div>
      <div className="relative ml-9 w-40 @lg:ml-0">
        {/* A select goes back to its first line after an action; a new key draws it afresh with the choice. */}
        <select
          key={attendance}
          name="attendance"
          defaultValue={`${personId}:${attendance}`}
          autoComplete="off"
          aria-label={inviteeTexts.attendanceOf(name)}
          className={`${boxClass("full", undefined)} cursor-pointer appearance-none pr-10`}
        >
          {Object.entries(attendanceNames).map(([each, label]) => (
            <option key={each} value={`${personId}:${each}`}>
              {label}
            </option>
          ))}
        </select>
        <DownIcon className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2" />
      </div>
    </li>
  );
}
