import type { Route } from "next";
import { BackIcon, ForwardIcon } from "#components/ui/icons";
import { InternalLink } from "#components/ui/link";
import { commonTexts } from "#lib/texts/common";

type PaginationProps = {
  /** Counted from 1. */
  page: number;
  pageSize: number;
  total: number;
  pathname: Route;
  /** The filters that have to stay as they are. */
  query?: Record<string, string>;
};

/** "26–50 van 150", with the way to the other pages when there are any. */
export function Pagination({ page, pageSize, total, pathname, query = {} }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const hrefOf = (target: number) => pageHref(pathname, query, target);
  return (
    <nav aria-label={commonTexts.pagination} className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 print:hidden">
      <p className="tabular-nums text-ink-soft">{rangeText(page, pageSize, total)}</p>
      {pages > 1 && (
        <ul className="flex flex-wrap items-center gap-1">
          {page > 1 && (
            <li>
              <InternalLink href={hrefOf(page - 1)} className={STEP}>
                <BackIcon />
                {commonTexts.previousPage}
              </InternalLink>
            </li>
          )}
          {pageNumbers(page, pages).map((number, index) => (
            <li key={number ?? `gap-${index}`}>
              {number === null ? (
                <span aria-hidden="true" className="px-1 text-edge">
                  …
                </span>
              ) : (
                <InternalLink href={hrefOf(number)} className={number === page ? CURRENT : NUMBER} current={number === page} label={commonTexts.page(number)}>
                  {number}
                </InternalLink>
              )}
            </li>
          ))}
          {page < pages && (
            <li>
              <InternalLink href={hrefOf(page + 1)} className={STEP}>
                {commonTexts.nextPage}
                <ForwardIcon />
              </InternalLink>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}

/** The page numbers worth showing: both ends, the page itself and its neighbours; null where some are left out. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const distinct = [...new Set(shown)].toSorted((a, b) => a - b);
  return distinct.flatMap((number, index) => {
    const previous = distinct[index - 1];
    if (previous === undefined || number - previous === 1) return [number];
    return number - previous === 2 ? [number - 1, number] : [null, number];
  });
}

function pageHref(pathname: string, query: Record<string, string>, page: number): Route {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  const search = new URLSearchParams(page === 1 ? filled : [...filled, ["page", String(page)]]).toString();
  return (search === "" ? pathname : `${pathname}?${search}`) as Route;
}

function rangeText(page: number, pageSize: number, total: number): string {
  if (total === 0) return commonTexts.noRange;
  return commonTexts.range((page - 1) * pageSize + 1, Math.min(page * pageSize, total), total);
}

const STEP = "inline-flex min-h-11 items-center gap-2 px-2 font-semibold no-underline hover:underline";
const NUMBER = "inline-flex size-11 items-center justify-center rounded-md tabular-nums no-underline hover:bg-sunken";
const CURRENT = "inline-flex size-11 items-center justify-center rounded-md border-2 border-ink font-bold tabular-nums text-ink no-underline";
