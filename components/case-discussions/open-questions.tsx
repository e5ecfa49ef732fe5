import type { Route } from "next";
import { Card } from "#components/ui/card";
import { InternalLink } from "#components/ui/link";
import { caseOverviewTexts as texts } from "#lib/texts/case-discussions";

/** What a concept still needs before the team can read along, each question leading to where it is answered; or that nothing is missing. */
export function OpenQuestions({ questions, shareAt }: { questions: readonly { question: string; href: Route }[]; shareAt: string }) {
  if (questions.length === 0) {
    return (
      <p>
        {texts.complete} <a href={`#${shareAt}`}>{texts.toShare}</a>
      </p>
    );
  }
  return (
    <Card>
      <h2 className="text-lg">{texts.open(questions.length)}</h2>
      <ul className="mt-1">
        {questions.map(({ question, href }) => (
          <li key={question}>
            <InternalLink href={href} className="inline-flex min-h-11 items-center py-1.5 leading-snug" plain>
              {question}
            </InternalLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
