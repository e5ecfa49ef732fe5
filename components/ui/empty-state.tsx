import type { ReactNode } from "react";

type EmptyStateProps = { title: string; children: ReactNode; action?: ReactNode; level?: 2 | 3 };

/** A blank page that teaches: what will be here, why it is worth it, and the first step. */
export function EmptyState({ title, children, action, level = 3 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="blank-page">
      <Heading>{title}</Heading>
      <div className="space-y-3">{children}</div>
      {action && <div className="mt-5 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
