import type { ReactNode } from "react";
import { ToneMark } from "#components/ui/badge";

/** A sentence that asks for attention, with its shape before it. */
export function AttentionLine({ children }: { children: ReactNode }) {
  return (
    <p className="mt-1.5 flex items-baseline gap-2 font-semibold text-attention">
      <ToneMark tone="attention" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
