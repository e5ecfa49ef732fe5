"use client";

import { useSyncExternalStore } from "react";

/** Whether script runs here: false in what the server sends, true once the page has come to life. */
export function useScriptRuns(): boolean {
  return useSyncExternalStore(subscribeToNothing, runs, doesNotRun);
}

function subscribeToNothing() {
  return ignore;
}

function ignore() {}

function runs(): boolean {
  return true;
}

function doesNotRun(): boolean {
  return false;
}
