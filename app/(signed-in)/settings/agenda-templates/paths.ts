import type { Route } from "next";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

/** The address of the standaardagenda's of a samenwerkingsverband, or of a page about one. */
export function templatesPath(below = ""): Route {
  return `/settings/agenda-templates${below}` as Route;
}

/** The way back from one standaardagenda: to the settings and the list. */
export function templateCrumbs(consortiumId: string) {
  return [
    { href: `/settings?in=${consortiumId}` as Route, label: texts.settings },
    { href: templatesPath(`?in=${consortiumId}`), label: texts.title },
  ];
}

/** The way back from a page about a part of a standaardagenda: also to that one. */
export function templateItemCrumbs({ id, consortiumId, name }: { id: string; consortiumId: string; name: string }) {
  return [...templateCrumbs(consortiumId), { href: templatesPath(`/${id}`), label: name }];
}
