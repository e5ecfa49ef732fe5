import type { Route } from "next";
import { Menu } from "#components/layout/menu";
import { Face } from "#components/ui/avatar";
import { DownIcon } from "#components/ui/icons";
import { InternalLink } from "#components/ui/link";
import { layoutTexts } from "#lib/texts/layout";

/** Who is signed in, and the jobs this person has. */
export type Account = {
  name: string;
  photoUrl?: string | null;
  profileHref: Route;
  /** What else is about the reader alone. */
  pages?: readonly { href: Route; label: string }[];
  /** Each job with its home page; shown from two on. */
  jobs?: readonly { href: Route; label: string }[];
  /** A server action, or the address that signs out when it is posted to. */
  signOut: string | ((formData: FormData) => void | Promise<void>);
  /** Hidden fields that signing out needs, such as a once-only key. */
  signOutFields?: Readonly<Record<string, string>>;
};

/** The menu under the reader's own name: profile, other jobs, and the way out. */
export function AccountMenu({ account }: { account: Account }) {
  const jobs = account.jobs ?? [];
  return (
    <Menu
      summary={
        <>
          <Face name={account.name} photoUrl={account.photoUrl} size="small" />
          <span className="max-sm:sr-only">
            <span className="sr-only">{layoutTexts.accountMenu}</span> {account.name}
          </span>
          <DownIcon />
        </>
      }
    >
      {jobs.length > 1 && (
        <div className="border-b border-rule pb-2">
          <p className="px-4 pt-2 text-sm text-ink-soft">{layoutTexts.jobs}</p>
          <ul>
            {jobs.map((job) => (
              <li key={job.href}>
                <InternalLink href={job.href} className={LINE}>
                  {job.label}
                </InternalLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      <InternalLink href={account.profileHref} className={LINE}>
        {layoutTexts.profile}
      </InternalLink>
      {account.pages?.map(({ href, label }) => (
        <InternalLink key={href} href={href} className={LINE}>
          {label}
        </InternalLink>
      ))}
      <form action={account.signOut} method={typeof account.signOut === "string" ? "post" : undefined}>
        {Object.entries(account.signOutFields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={`${LINE} w-full cursor-pointer text-left text-accent`}>
          {layoutTexts.signOut}
        </button>
      </form>
    </Menu>
  );
}

const LINE = "flex min-h-11 items-center px-4 py-1.5 no-underline hover:bg-sunken hover:underline";
