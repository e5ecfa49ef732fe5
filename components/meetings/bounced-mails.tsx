import type { Route } from "next";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Card } from "#components/ui/card";
import { InternalLink } from "#components/ui/link";
import type { FormAction } from "#lib/forms/form-state";
import { meetingPageTexts as texts } from "#lib/texts/meetings";

/** A mail that came back: to whom, to which address as far as the reader may know it, and why. */
export type BouncedMail = {
  participationId: string;
  name: string;
  address: string | null;
  errorCode: string | null;
  /** Where the reader can correct the address; null for who cannot. */
  personHref: Route | null;
  formKey: string;
};

/** The mails that did not arrive, with what to do about each. */
export function BouncedMails({ mails, action }: { mails: readonly BouncedMail[]; action: FormAction }) {
  return (
    <Card tone="attention">
      <h2 className="text-lg">{texts.bouncedTitle(mails.length)}</h2>
      <ul className="mt-2 space-y-4">
        {mails.map((mail) => (
          <li key={mail.participationId}>
            <p className="font-semibold wrap-anywhere">{texts.bounced(mail.name, mail.address)}</p>
            <p>{adviceOf(mail)}</p>
            <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
              <OneButtonForm action={action} formKey={mail.formKey} fields={{ participationId: mail.participationId }} label={texts.resendTo(mail.name)} variant="secondary" />
              {mail.personHref && (
                <InternalLink href={mail.personHref} className="inline-flex min-h-11 items-center">
                  {texts.correctAddress(mail.name)}
                </InternalLink>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function adviceOf({ errorCode, personHref }: BouncedMail): string {
  if (errorCode === "GIVEN_UP") return texts.bouncedWhat.WAIT;
  return personHref === null ? texts.bouncedWhat.ASK : texts.bouncedWhat.ADDRESS;
}
