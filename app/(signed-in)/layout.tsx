import type { Route } from "next";
import type { ReactNode } from "react";
import { AppShell } from "#components/layout/app-shell";
import type { NavigationItem } from "#components/layout/main-navigation";
import { signedIn } from "#lib/access/as-viewer";
import { navigationOf } from "#lib/access/navigation";
import { photoPath } from "#lib/photos/schema";
import { jobsOf } from "#lib/rollout/rules";
import { homePath } from "#lib/rollout/schema";
import { availabilityTexts } from "#lib/texts/availability";
import { jobTexts } from "#lib/texts/home";

/** Draws the frame; it guards nothing, because it does not run for each request. The pages' own door does. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const facts = await signedIn();
  if (!facts) return children;
  return (
    <AppShell
      navigation={navigationOf(facts) as NavigationItem[]}
      account={{
        name: facts.person.name,
        photoUrl: photoPath(facts.person.id, facts.person.photoHash),
        profileHref: "/profile",
        pages: [{ href: "/availability", label: availabilityTexts.title }],
        signOut: "/sign-out",
        jobs: jobsOf(facts).map((job) => ({ href: homePath(job.key) as Route, label: jobTexts.label(job) })),
      }}
    >
      {children}
    </AppShell>
  );
}
