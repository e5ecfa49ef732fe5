"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { useScriptRuns } from "#components/ui/use-script-runs";
import { copyTexts } from "#lib/texts/calendar";

/** An address to take over into another program: to read and select, and where script runs with a button that copies it. */
export function CalendarAddress({ address, label }: { address: string; label: string }) {
  const scriptRuns = useScriptRuns();
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  }

  return (
    <div>
      <p className="font-semibold">{label}</p>
      <p className="mt-1.5 rounded-md border border-rule bg-sunken px-4 py-3 wrap-anywhere select-all">
        {address}
      </p>
      {scriptRuns && (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button variant="secondary" onClick={() => void copy()}>
            {copyTexts.copy}
          </Button>
          <span role="status">{copied ? copyTexts.copied : ""}</span>
        </p>
      )}
    </div>
  );
}
