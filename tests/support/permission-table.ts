import { type AccessRole, type Action, permissions } from "#lib/access/permissions";

/** The roles in the order of the README, with their heading there. */
const columns: [AccessRole, string][] = [
  ["schoolCoordinator", "school coordinator"],
  ["partner", "partner"],
  ["processCoach", "procesbegeleider"],
  ["organiser", "organiser"],
  ["board", "board"],
  ["administrator", "administrator"],
  ["operator", "server"],
];

/** The permission table as the README shows it, made from the code. */
export function permissionTable(): string {
  const head = ["action", ...columns.map(([, heading]) => heading)];
  const rows = (Object.keys(permissions) as Action[]).map((action) => {
    const allowed: readonly AccessRole[] = permissions[action];
    return [`\`${action}\``, ...columns.map(([role]) => (allowed.includes(role) ? "●" : ""))];
  });
  return [head, head.map((_, index) => (index === 0 ? "---" : ":-:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
