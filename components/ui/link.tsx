import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

type InternalLinkProps<T extends string> = {
  href: Route<T>;
  children: ReactNode;
  className?: string;
  /** An ordinary `<a>`: the browser asks the server again, also on Back. For pages whose reading is logged. */
  plain?: boolean;
  current?: boolean | "page" | "step";
  label?: string;
  /** Takes the place of this page in what Back leads through. */
  replace?: boolean;
};

/** A link within the app. It is never fetched ahead, because opening a page may write an audit line. */
export function InternalLink<T extends string>({ href, children, className, plain, current, label, replace }: InternalLinkProps<T>) {
  const attributes = {
    className,
    "aria-current": current === true ? ("page" as const) : current || undefined,
    "aria-label": label,
  };
  if (plain) {
    return (
      <a href={href} {...attributes}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} replace={replace} {...attributes}>
      {children}
    </Link>
  );
}
