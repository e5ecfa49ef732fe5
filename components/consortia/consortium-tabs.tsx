import type { Route } from "next";
import { TabsLinks } from "#components/ui/tabs-links";

type ConsortiumTabsProps = {
  label: string;
  /** The page that shows one samenwerkingsverband at a time. */
  path: string;
  consortiumId: string;
  all: readonly { id: string; name: string }[];
};

/** The way to the other samenwerkingsverbanden of somebody who has several; nothing for who has one. */
export function ConsortiumTabs({ label, path, consortiumId, all }: ConsortiumTabsProps) {
  if (all.length < 2) return null;
  return (
    <div className="views mb-8">
      <TabsLinks label={label} items={all.map(({ id, name }) => ({ href: `${path}?in=${id}` as Route, label: name, current: id === consortiumId }))} />
    </div>
  );
}
