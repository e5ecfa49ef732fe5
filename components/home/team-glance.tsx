import { Face } from "#components/ui/avatar";
import { PhoneIcon } from "#components/ui/icons";
import { telephoneHref } from "#lib/names";
import { commonTexts } from "#lib/texts/common";

/** Somebody of the team, as briefly as one can be shown: face, name, function and telephone. */
export type GlanceMember = { membershipId: string; name: string; photoUrl: string | null; functionName: string; phone: string | null };

/** The people of a team at a glance; the team's own page has everything else. */
export function TeamGlance({ members, label }: { members: readonly GlanceMember[]; label: string }) {
  return (
    <div className="@container">
      <ul aria-label={label} className="grid gap-x-8 gap-y-4 @xl:grid-cols-2">
        {members.map(({ membershipId, name, photoUrl, functionName, phone }) => (
          <li key={membershipId} className="flex items-start gap-3.5">
            <Face name={name} photoUrl={photoUrl} size="small" />
            <div className="min-w-0 leading-snug">
              <p className="font-semibold">{name}</p>
              <p className="text-ink-soft">{functionName}</p>
              {phone && (
                <a href={telephoneHref(phone)} aria-label={`${commonTexts.call(name)}: ${phone}`} className="inline-flex min-h-11 items-center gap-2">
                  <PhoneIcon className="text-ink-soft" />
                  <span className="tabular-nums">{phone}</span>
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
