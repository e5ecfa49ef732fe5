import type { AgendaStanding } from "#lib/agenda/schema";
import type { MeetingKind } from "#lib/meetings/schema";
import { defaultAgendaTexts as texts } from "#lib/texts/default-agendas";

/** An item of a standaardagenda: what, how long (minutes), and questions to talk about. */
export type DefaultItem = { position: number; title: string; explanation: string | null; questions: string[]; minutes: number; standing: AgendaStanding };

/** The agenda with which meetings of a kind begin. */
export type DefaultTemplate = { kind: MeetingKind; name: string; goals: string[]; items: DefaultItem[] };

/**
 * The standaardagenda's a new samenwerkingsverband begins with, each for a meeting of 75 minutes: the three of the
 * start-up year (the whole team, IB with CJG and SWV, the whole team again), the two a year of a school that owns its
 * kernteam, one for a network meeting and a bare one. Successes go first, and an evaluation ends each.
 */
export function defaultTemplates(): DefaultTemplate[] {
  return [
    template("ACQUAINTANCE", [successes(10), item(texts.ACQUAINTANCE.meet, 20), agreements(10), news(10), item(texts.ACQUAINTANCE.whoForWhat, 15), evaluation(10)]),
    template("AVAILABILITY", [
      successes(5), agreements(5), news(10), item(texts.AVAILABILITY.complementary, 15), item(texts.AVAILABILITY.tension, 10),
      item(texts.AVAILABILITY.extension, 10), item(texts.AVAILABILITY.reach, 10), evaluation(10),
    ]),
    template("SMALL_TEAM", [successes(5), agreements(10), news(10), item(texts.SMALL_TEAM.cases, 25, "CASES"), item(texts.SMALL_TEAM.together, 15), evaluation(10)]),
    template("PROFESSIONALISING", [successes(5), agreements(10), news(10), item(texts.PROFESSIONALISING.visible, 20), item(texts.PROFESSIONALISING.learn, 20), evaluation(10)]),
    template("IN_DEPTH", [successes(5), agreements(10), news(5), item(texts.IN_DEPTH.cases, 35, "CASES"), item(texts.IN_DEPTH.prevention, 10), evaluation(10)]),
    template("NETWORK", [successes(10), agreements(5), news(10), item(texts.NETWORK.lessons, 25), item(texts.NETWORK.needs, 15), evaluation(10)]),
    template("OTHER", [successes(10), agreements(10), news(10), item(texts.OTHER.subject, 35), evaluation(10)]),
  ];
}

type Words = { title: string; explanation: string | null; questions: readonly string[] };
type Item = Omit<DefaultItem, "position">;

function template(kind: MeetingKind, items: readonly Item[]): DefaultTemplate {
  const { name, goals } = texts[kind];
  return { kind, name, goals: [...goals], items: items.map((each, index) => ({ ...each, position: index + 1 })) };
}

function item({ title, explanation, questions }: Words, minutes: number, standing: AgendaStanding = "NONE"): Item {
  return { title, explanation, questions: [...questions], minutes, standing };
}

function successes(minutes: number): Item {
  return item(texts.standing.successes, minutes, "SUCCESSES");
}

function agreements(minutes: number): Item {
  return item(texts.standing.agreements, minutes, "AGREEMENTS");
}

function news(minutes: number): Item {
  return item(texts.standing.news, minutes, "NEWS");
}

function evaluation(minutes: number): Item {
  return item(texts.standing.evaluation, minutes, "EVALUATION");
}
