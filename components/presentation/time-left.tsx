"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { itemTimeText } from "#lib/texts/presentation";

type TimeLeftProps = {
  /** When the item begins and ends and what the clock of the server says, in milliseconds. */
  startsAt: number;
  endsAt: number;
  serverNow: number;
  /** Whether the page goes along with the clock, because nobody chose an item. */
  follows: boolean;
};

const EACH_MS = 5_000;

/** How much time an item has left: in words, without colour or sound. With script it keeps up with the clock of the server. */
export function TimeLeft({ startsAt, endsAt, serverNow, follows }: TimeLeftProps) {
  const router = useRouter();
  const [now, setNow] = useState(serverNow);

  useEffect(() => {
    const ahead = serverNow - Date.now();
    const tick = window.setInterval(() => {
      const then = Date.now() + ahead;
      setNow(then);
      // Not while somebody is typing.
      if (follows && serverNow < endsAt && then >= endsAt && !isTyping()) router.refresh();
    }, EACH_MS);
    return () => window.clearInterval(tick);
  }, [endsAt, serverNow, follows, router]);

  return <span role="timer">{itemTimeText({ startsAt, endsAt, now: Math.max(now, serverNow) })}</span>;
}

function isTyping(): boolean {
  return document.activeElement?.matches("input, textarea, select") === true;
}
