import { createElement, type ReactNode } from "react";
import { NotThere } from "#components/layout/not-there";
import { answerNotFound } from "#lib/access/answer-status";

/**
 * A page that also says so without script when it is not there. Next draws what `notFound()` shows in the browser,
 * which is blank without script; here it is part of the answer, with the same status.
 */
export function shownPage<Props>(page: (props: Props) => Promise<ReactNode>) {
  return async function shown(props: Props): Promise<ReactNode> {
    try {
      return await page(props);
    } catch (error) {
      if (isNotFound(error) && answerNotFound()) return createElement(NotThere);
      throw error;
    }
  };
}

function isNotFound(error: unknown): boolean {
  return typeof error === "object" && error !== null && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
}
