import type { Route } from "next";
import { TabsLinks } from "#components/ui/tabs-links";
import type { Job } from "#lib/rollout/rules";
import { homePath } from "#lib/rollout/schema";
import { jobTexts } from "#lib/texts/home";

/** The jobs of somebody who has more than one, as tabs above the home page. */
export function JobSwitch({ jobs, current }: { jobs: readonly Job[]; current: Job }) {
  if (jobs.length < 2) return null;
  return (
    <div className="pt-6">
      <TabsLinks label={jobTexts.switch} items={jobs.map((job) => ({ href: homePath(job.key) as Route, label: jobTexts.label(job), current: job.key === current.key }))} />
    </div>
  );
}
