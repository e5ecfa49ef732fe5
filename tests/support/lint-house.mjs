// Rules of this house for oxlint. Each message says what to do instead.

/** Which folder may not import which, with the reason. The first zone whose `from` and `to` both match is told. */
const zones = [
  { from: /^(?:lib|app|components)\//, to: /^tests\//, say: "Nothing in the app imports from tests." },
  { from: /^components\//, to: /^lib\/(?!texts\/|dates$|names$|forms\/(?:form-state|date-parts|marked-text|typed-words|in-box)$|anonymity\/(?:findings|while-typing)$|.*\/(?:schema|kinds)$|texts$)/, type: true, say: "Components draw plain data: import texts, dates, form-state or types; the page does the rest." },
  { from: /^components\/(?:ui|forms|layout)\//, to: /^components\/(?!ui\/|forms\/|layout\/)/, say: "ui, forms and layout know no domain: move it to that domain's folder." },
  { from: /^components\//, to: /^app\//, say: "Components know no pages: give the action as a prop." },
  { from: /^lib\//, to: /^(?:app|components)\//, say: "lib knows no pages and no components: turn the arrow round." },
  { from: /^app\/.*page$/, to: /^lib\/.*\/commands$/, say: "Pages read. Call the command from an action." },
  { from: /^app\/(?!health\/)/, to: /^lib\/db$/, except: /^app\/login\/actions$/, say: "Take a Viewer: asViewer, formAction and viewerRoute open the door to the tables." },
  { from: /^lib\/(?!access\/|auth\/|jobs\/|audit\/|forms\/drafts$|mail\/demo-mailbox$|cli\/)/, to: /^lib\/db$/, type: true, say: "Only lib/access, lib/auth, lib/jobs and lib/audit reach the database: take a Viewer first." },
  { from: /^lib\/.*\/(?:queries|commands|rules|schema)$/, to: /^(?:next(?:\/|$)|lib\/auth\/)/, say: "A query or command knows no request: the action or page does." },
  { from: /^lib\/.*\/rules$/, to: /^lib\/(?:db|clock|env)$/, say: "Rules are pure: the time and the facts come in as arguments." },
  { from: /^lib\/([^/]+)\/commands$/, to: /^lib\/([^/]+)\/commands$/, say: "Commands do not call commands: put what they share in rules, or let the action call both." },
];

const noTextAttributes = {
  create(context) {
    const watched = new Set(["label", "title", "alt", "aria-label", "placeholder", "hint", "caption", "summary"]);
    return {
      JSXAttribute(node) {
        const name = node.name.type === "JSXIdentifier" ? node.name.name : "";
        if (!watched.has(name) || node.value?.type !== "Literal" || String(node.value.value).trim() === "") return;
        context.report({ node, message: "Words that people read live in lib/texts: name this one there." });
      },
    };
  },
};

const noClimbingImports = {
  create(context) {
    return {
      ImportDeclaration(node) {
        if (!/^\.\.?\//.test(node.source.value) || node.source.value.endsWith(".css")) return;
        context.report({ node, message: 'Import from the root ("#lib/…", "#components/…", "#app/…"), so that a file can move.' });
      },
    };
  },
};

const houseZones = {
  create(context) {
    const from = placeOf(context.filename ?? context.getFilename());
    return {
      ImportDeclaration(node) {
        const to = node.source.value.replace(/^#/, "");
        const zone = zones.find((each) => each.from.test(from) && each.to.test(to) && !each.except?.test(from) && !(each.type && isTypeOnly(node)) && from !== to);
        if (zone) context.report({ node, message: zone.say });
      },
    };
  },
};

const noMachineDay = {
  create(context) {
    const watch = (node, text) => {
      if (/\bcurrent_date\b|\bnow\(\)::date\b/i.test(text)) context.report({ node, message: "That is the day of the server's own time zone: current_day() is Amsterdam's." });
    };
    return {
      Literal: (node) => typeof node.value === "string" && watch(node, node.value),
      TemplateElement: (node) => watch(node, node.value.raw),
    };
  },
};

function isTypeOnly(node) {
  return node.importKind === "type" || (node.specifiers.length > 0 && node.specifiers.every((each) => each.importKind === "type"));
}

function placeOf(filename) {
  const match = /\/((?:app|components|lib|prisma|tests)\/.*)\.(?:tsx?|mjs)$/.exec(filename.replaceAll("\\", "/"));
  return match?.[1] ?? filename;
}

export default {
  meta: { name: "house" },
  rules: { "no-text-attributes": noTextAttributes, "no-climbing-imports": noClimbingImports, zones: houseZones, "no-machine-day": noMachineDay },
};
