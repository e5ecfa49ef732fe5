import { isActionFile, type Sources } from "#tests/support/inventory";

/** A place in the code that breaks a rule of the house, with what to do instead. */
export type Fault = { path: string; say: string };

type Rule = { say: string; breaks: (path: string, source: string) => boolean };

/** Pages that show nothing of anyone, so that they need nobody signed in. Each addition is a decision. */
export const publicPages = ["/blank", "/login", "/login/code", "/privacy", "/accessibility", "/demo/mail", "/demo/mail/[mailId]"];

/** The folders of pages behind a personal link, which asLinkHolder opens. */
export const linkFolders = ["answer", "invitation", "guest", "calendar"];

const isBehindLink = (path: string) => linkFolders.some((folder) => path.startsWith(`app/${folder}/`));
const isPage = (path: string) => /^app\/.*page\.tsx$/.test(path);
const isPublic = (path: string) => publicPages.includes(`/${path.replace(/^app\//, "").replace(/\/?page\.tsx$/, "")}`);
const inDomain = (path: string, kind: string) => new RegExp(`^lib/.+/${kind}\\.ts$`).test(path);

const isAboutCase = (path: string) => /^app\/.*\/case-discussions\//.test(path);
/** Whoever recognises a child stops the casus at once: no text is there, and no second factor is asked for. */
const stopsCase = (path: string) => /\/\[discussionId\]\/stopping\//.test(path);
const timesIn = (source: string, words: RegExp) => [...source.matchAll(words)].length;

const rules: Rule[] = [
  {
    say: "A page loads what it shows through asViewer, behind a personal link through asLinkHolder, or is in the list of public pages.",
    breaks: (path, source) => isPage(path) && !isPublic(path) && !(isBehindLink(path) ? /\basLinkHolder\(/ : /\basViewer\(/).test(source),
  },
  {
    say: "A page that may be absent is a shownPage or shownLinkPage, which says so without script too.",
    breaks: (path, source) => isPage(path) && !isPublic(path) && !(isBehindLink(path) ? /export default shownLinkPage\(/ : /export default shownPage\(/).test(source),
  },
  {
    say: "A page reads its address through parseParams, parseToken and readSearch.",
    breaks: (path, source) => isPage(path) && /\bawait (?:props\.)?(?:params|searchParams)\b/.test(source),
  },
  {
    say: "Every export of a 'use server' file is made by formAction, visitorAction or linkAction.",
    breaks: (_path, source) =>
      isActionFile(source) && [...source.matchAll(/^export (.*)$/gm)].some((match) => !/^const \w+(?:: FormAction)? = (?:formAction|visitorAction|linkAction)\(/.test(match[1] ?? "")),
  },
  {
    say: "Every export of a route is made by viewerRoute, viewerFile, viewerDownload, linkRoute or publicRoute.",
    breaks: (path, source) =>
      /^app\/.*route\.ts$/.test(path) && [...source.matchAll(/^export (.*)$/gm)].some((match) => !/^const [A-Z]+ = (?:viewerRoute|viewerFile|viewerDownload|linkRoute|publicRoute)\b/.test(match[1] ?? "")),
  },
  {
    say: "Only lib/access opens a Viewer.",
    breaks: (path, source) => path !== "lib/access/transaction.ts" && path.startsWith("lib/") && /\bViewer\.(?:open|operator)\(/.test(source),
  },
  {
    say: "The worker has no key: nothing in lib/jobs or lib/mail opens a sealed text.",
    breaks: (path, source) => /^lib\/(?:jobs|mail)\/|^lib\/cli\/worker\.ts$/.test(path) && /from "#lib\/sealing\//.test(source),
  },
  {
    say: "Only lib/access opens a LinkHolder.",
    breaks: (path, source) => path !== "lib/access/as-link-holder.ts" && /\bLinkHolder\.open\(/.test(source),
  },
  {
    say: "The first parameter of a query or command is the Viewer, or the LinkHolder.",
    breaks: (path, source) =>
      (inDomain(path, "queries") || inDomain(path, "commands")) &&
      [...source.matchAll(/^export (?:async )?function \w+(?:<[^>]*>)?\(\s*([^,)]*)/gm)].some((match) => !/^(?:viewer: Viewer|holder: LinkHolder)\b/.test(match[1] ?? "")),
  },
  {
    say: "A command asks first whether the viewer is able to.",
    breaks: (path, source) =>
      inDomain(path, "commands") && [...source.matchAll(/^export async function [\s\S]*?\n\}/gm)].some((match) => !/mustBeAbleTo|viewer\.person\.id|holder: LinkHolder/.test(match[0])),
  },
  {
    say: "A page, action or file of a casus takes a second factor: viewer.mustBeHighlyAssured().",
    breaks: (path, source) => isAboutCase(path) && !stopsCase(path) && timesIn(source, /\b(?:asViewer|formAction|viewerRoute|viewerFile|viewerDownload)\(/g) > timesIn(source, /\.mustBeHighlyAssured\(\)/g),
  },
  {
    say: "What takes no second factor reads no casus: it asks lib/case-stops alone.",
    breaks: (path, source) => stopsCase(path) && /#lib\/(?:case-discussions|perspectives|follow-up|agreements)\/(?:queries|commands)/.test(source),
  },
  {
    say: "A page of a casus can be made empty at once: BlankScreen stands on it.",
    breaks: (path, source) => isAboutCase(path) && isPage(path) && !/<BlankScreen \/>/.test(source),
  },
  {
    say: "A form gets its state from useFormAction, which keeps what was typed where the server is not reached.",
    breaks: (path, source) => path.startsWith("components/") && path !== "components/forms/use-form-action.tsx" && /useActionState/.test(source),
  },
  {
    say: "SQL is a tagged template; nothing is pasted into it.",
    breaks: (path, source) => /^(?:app|lib|components)\//.test(path) && /\$(?:queryRaw|executeRaw)Unsafe|Prisma\.raw\(/.test(source),
  },
  {
    say: "A setting of a transaction ends with it: set_config(…, true).",
    breaks: (path, source) => /^(?:app|lib)\//.test(path) && (/set_config\([^)]*,\s*false\s*\)/.test(source) || /`\s*SET (?!search_path)/i.test(source)),
  },
  {
    say: "HTML is only made by React, and code only by writing it.",
    breaks: (path, source) => /^(?:app|components|lib)\//.test(path) && /dangerouslySetInnerHTML|\.innerHTML\b|\beval\(|new Function\(|style=\{\{/.test(source),
  },
  {
    say: "The environment is read in lib/env.",
    breaks: (path, source) => /^(?:app|components|lib)\//.test(path) && !/^lib\/(?:env|log)\.ts$|^lib\/cli\//.test(path) && /process\.env/.test(source),
  },
  {
    say: "A page, query, command or rule takes the time from the viewer or as an argument.",
    breaks: (path, source) => (isPage(path) || /^lib\/.+\/(?:queries|commands|rules)\.ts$/.test(path)) && /Date\.now\(\)|new Date\(\)/.test(source),
  },
  {
    say: "A list in a schema says how long it may be.",
    breaks: (path, source) => path.startsWith("lib/") && [...source.matchAll(/z\s*\.(?:array|record|map|set)\(/g)].some((match) => !/\.(?:max|length)\(/.test(source.slice(match.index, match.index + 1200))),
  },
  {
    say: "The server fetches nothing by itself.",
    breaks: (path, source) => /^(?:app|lib)\/(?!cli\/)/.test(path) && /(?<![.\w])fetch\(/.test(source),
  },
  {
    say: "Next caches nothing here: every page is for one person.",
    breaks: (path, source) => /^(?:app|lib|components)\//.test(path) && /["']use cache["']|unstable_cache|revalidate\s*=|force-static/.test(source),
  },
  {
    say: "Only lib/dates knows the date library.",
    breaks: (path, source) => /^(?:app|lib|components)\//.test(path) && path !== "lib/dates.ts" && /from "(?:date-fns|@date-fns)/.test(source),
  },
];

/** Every break of a rule of the house in these sources. */
export function architectureFaults(sources: Sources): Fault[] {
  return [...sources].flatMap(([path, source]) => rules.filter((rule) => rule.breaks(path, source)).map(({ say }) => ({ path, say })));
}

const MOST_LINES = 400;

/** Folders of files that nobody writes or reads line by line. */
const notByHand = {
  "lib/anonymity/lists/": "tests/bench/make-anonymity-lists.ts makes the lists of words and names; the few composed by hand are data as well",
  "prisma/generated/": "Prisma makes its client from prisma/schema",
};

/** The files among these sources that are written by hand and have become too long to read at once: each is split along its subjects. */
export function longFiles(sources: Sources): string[] {
  const byHand = [...sources].filter(([path]) => !Object.keys(notByHand).some((folder) => path.startsWith(folder)));
  return byHand.filter(([, source]) => source.trimEnd().split("\n").length > MOST_LINES).map(([path]) => path);
}
