import { createElement, type FunctionComponent, type ReactNode } from "react";
import { LinkGone } from "#components/layout/link-gone";
import { NotThere } from "#components/layout/not-there";
import { answerNotFound } from "#lib/access/answer-status";

/**
 * A page that also says so without script when it is not there. Next draws what `notFound()` shows in the browser,
 * which is blank without script; here it is part of the answer, with the same status.
 */
export function shownPage<Props>(page: (props: Props) => Promise<ReactNode>) {
  return shownOr(NotThere, page);
}

/** The same for a page behind a personal link, which stands outside the shell of who is signed in. */
export function shownLinkPage<Props>(page: (props: Props) => Promise<ReactNode>) {
  return shownOr(LinkGone, page);
}

function shownOr<Props>(Absent: FunctionComponent, page: (props: Props) => Promise<ReactNode>) {
  return async function shown(props: Props): Promise<ReactNode> {
    try {
      return await page(props);
    } catch (error) {
      if (isNotFound(error) && answerNotFound()) return createElement(Absent);
      throw error;
    }
  };
}

function isNotFound(error: unknown): boolean {
  return typeof error === "object" && error !== null && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
}
