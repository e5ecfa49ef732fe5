import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Section } from "#components/layout/section";
import { InternalLink } from "#components/ui/link";
import type { OnCallInvitee } from "#lib/on-call/lines";
import { onCallTexts as texts } from "#lib/texts/on-call";

type OnCallSectionProps = {
  people: readonly OnCallInvitee[];
  /** The items of the agenda in order. */
  items: readonly { id: string }[];
  /** The address of the agenda, for whoever may call somebody; null for others. */
  path: Route | null;
};

/** Who comes to a meeting only when asked, and who was. Not on paper: it is about what can still be done. */
export function OnCallSection({ people, items, path }: OnCallSectionProps) {
  if (people.length === 0) return null;
  return (
    <div className="print:hidden">
      <Section id="on-call" title={texts.heading}>
        <Lines label={texts.heading}>
          {people.map((person) => (
            <Line key={person.participationId} title={texts.nameAndFunction(person.name, person.functionName)} aside={path && <CallLink {...person} path={path} />}>
              <p>{standing(person, items)}</p>
            </Line>
          ))}
        </Lines>
      </Section>
    </div>
  );
}

function CallLink({ participationId, name, calledFor, answer, path }: OnCallInvitee & { path: Route }) {
  if (calledFor !== null && answer !== "NONE") return null;
  return (
    <InternalLink href={`${path}/on-call/${participationId}` as Route} className="inline-flex min-h-11 items-center font-semibold">
      {calledFor === null ? (
        texts.call(name)
      ) : (
        <>
          {texts.takeBack}
          <span className="sr-only">{texts.about(name)}</span>
        </>
      )}
    </InternalLink>
  );
}

function standing({ calledFor, answer, isOwn }: OnCallInvitee, items: readonly { id: string }[]): string {
  if (calledFor !== null) return texts.calledFor(items.findIndex(({ id }) => id === calledFor) + 1 || null, answer);
  if (isOwn) return texts.onlyWhenCalledOwn;
  return { NONE: texts.onlyWhenCalled, ACCEPTED: `${texts.onlyWhenCalled} ${texts.couldCome}`, DECLINED: `${texts.onlyWhenCalled} ${texts.cannotCome}` }[answer];
}
