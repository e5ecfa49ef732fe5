"use client";

import { createContext } from "react";
import type { CheckedNames } from "#lib/anonymity/findings";

/** The names that the texts of a form are checked by while somebody types; null where nothing is checked. */
export const CheckedNamesContext = createContext<CheckedNames | null>(null);
