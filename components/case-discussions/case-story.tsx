import type { ReactNode } from "react";
import type { Voice } from "#lib/case-discussions/rules";
import type { CaseText } from "#lib/case-discussions/queries";
import { casePageTexts as texts } from "#lib/texts/case-discussions";

/** What was said about a casus, the question first and large. */
export function CaseStory({ text }: { text: CaseText }) {
  return (
    <div className="max-w-prose space-y-8">
      <Answer title={texts.question}>
        <p className="text-xl leading-snug font-semibold wrap-anywhere">{text.question}</p>
      </Answer>
      <Answer title={texts.goesWell}>
        <Paragraphs text={text.goesWell} />
      </Answer>
      <Answer title={texts.situation}>
        <Paragraphs text={text.situation} />
      </Answer>
      <Answer title={texts.parents}>
        <VoiceText voice={text.parents} notAsked={texts.parentsNotAsked} />
      </Answer>
      <Answer title={texts.pupil}>
        <VoiceText voice={text.pupil} notAsked={texts.pupilNotAsked} />
      </Answer>
    </div>
  );
}

function Answer({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-base text-ink-soft">{title}</h3>
      <div className="mt-1">{children}</div>
    </section>
  );
}

function VoiceText({ voice: { hearing, text }, notAsked }: { voice: Voice; notAsked: string }) {
  if (hearing === "SAID") return <Paragraphs text={text} />;
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      <span className="text-ink-soft">{notAsked}</span> {text}
    </p>
  );
}

function Paragraphs({ text }: { text: string }) {
  return <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>;
}
