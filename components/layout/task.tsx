import type { ReactNode } from "react";

/** One task in one column, narrow enough to keep the eye on it. */
export function Task({ children }: { children: ReactNode }) {
  return <div className="max-w-task">{children}</div>;
}
