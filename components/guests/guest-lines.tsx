import type { Route } from "next";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Line, Lines } from "#components/layout/lines";
import { AttendanceBadge } from "#components/meetings/meeting-people";
import { InternalLink } from "#components/ui/link";
import { BreakableAddress } from "#components/ui/person";
import type { FormAction } from "#lib/forms/form-state";
import type { Guest } from "#lib/guests/lines";
import type { MeetingState } from "#lib/meetings/rules";
import { guestTexts as texts } from "#lib/texts/guests";

/** A guest with the numbers of the items chosen, and the key of the form that mails this guest again. */
export type ListedGuest = Guest & { numbers: number[]; formKey: string };

type GuestLinesProps = {
  guests: readonly ListedGuest[];
  state: MeetingState;
  /** Below which address a guest can be changed; null for who may not. */
  path: Route | null;
  resend: FormAction;
};

/** Who comes from outside the team, for which items, and what they answered. */
export function GuestLines({ guests, state, path, resend }: GuestLinesProps) {
  return (
    <Lines label={texts.heading}>
      {guests.map((guest) => (
        <Line key={guest.id} title={texts.nameAndOrganisation(guest.name, guest.organisation)} aside={<AttendanceBadge {...guest} state={state} />}>
          <p>{texts.atItems(guest.numbers)}</p>
          {guest.email && (
            <a href={`mailto:${guest.email}`} className="inline-flex min-h-11 items-center wrap-anywhere">
              <span>
                <BreakableAddress email={guest.email} />
              </span>
            </a>
          )}
          {path && <Tools {...guest} path={path} resend={resend} />}
        </Line>
      ))}
    </Lines>
  );
}

function Tools({ id, name, email, mail, numbers, formKey, path, resend }: ListedGuest & { path: Route; resend: FormAction }) {
  return (
    <>
      {numbers.length === 0 && <p>{texts.noItemsLeft}</p>}
      {mail === "BOUNCED" && <p>{texts.bounced(email ?? "")}</p>}
      {mail === "QUEUED" && <p className="text-ink-soft">{texts.mailQueued}</p>}
      <div className="flex flex-wrap items-center gap-x-5 print:hidden">
        <GuestLink href={`${path}/${id}/edit`} label={texts.change} name={name} />
        {mail !== "QUEUED" && <OneButtonForm action={resend} formKey={formKey} fields={{ guestId: id }} label={texts.resend} longLabel={texts.about(name)} />}
        <GuestLink href={`${path}/${id}/withdrawal`} label={texts.withdraw} name={name} />
      </div>
    </>
  );
}

function GuestLink({ href, label, name }: { href: string; label: string; name: string }) {
  return (
    <InternalLink href={href as Route} className="inline-flex min-h-11 items-center font-semibold">
      {label}
      <span className="sr-only">{texts.about(name)}</span>
    </InternalLink>
  );
}
