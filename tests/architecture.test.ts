import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** What each part of src/ may import from src/. Anything not listed here is forbidden. */
const mayImport: Record<string, string[]> = {
  conversation: [],
  search: [],
  log: [],
  memory: [],
  live: ["conversation"],
  "live-over-redis": ["live", "log"],
  relay: ["conversation", "log"],
  emoji: [],
  settings: [],
  analytics: ["conversation", "log"],
  http: ["conversation", "log"],
  team: ["http", "log", "mail"],
  files: ["conversation", "http", "log"],
  mail: ["conversation", "log"],
  health: ["conversation", "settings"],
  knowledge: ["conversation", "search", "settings", "log"],
  privacy: ["conversation", "analytics", "settings", "files", "live", "log"],
  notifications: ["conversation", "settings", "log"],
  ratings: ["conversation", "settings"],
  storage: [
    ...[
      "memory",
      "conversation",
      "analytics",
      "search",
      "settings",
      "files",
      "knowledge",
      "mail",
      "notifications",
    ],
    ...["team", "privacy"],
  ],
  assistant: ["conversation", "settings", "knowledge", "log"],
  "channels/slack": [
    "conversation",
    "settings",
    "log",
    "memory",
    "mail",
    "health",
    "knowledge",
    "emoji",
    "privacy",
  ],
  "channels/widget": ["conversation", "settings", "log", "live", "http", "files"],
  "channels/email": ["conversation", "settings", "log", "files", "http", "mail", "notifications"],
  "channels/sms": ["conversation", "settings", "log", "files", "notifications"],
  "channels/inbox": [
    ...["conversation", "settings", "log", "live", "http", "team", "analytics", "health"],
    ...["knowledge", "notifications", "files", "emoji", "search", "privacy"],
  ],
  "start-page": ["http"],
  environment: [],
  config: ["environment"],
  banner: ["http"],
  app: ["*"],
  assembly: ["*"],
  main: ["*"],
  doctor: ["*"],
  "reset-link": ["*"],
};

/** Packages that belong to one part, so that replacing one touches one folder. */
const onlyIn: Record<string, string[]> = {
  "@slack/bolt": ["channels/slack"],
  "@slack/web-api": ["channels/slack"],
  "@slack/types": ["channels/slack"],
  "@google/generative-ai": ["assistant"],
  "@prisma/client": ["storage"],
  "better-sqlite3": ["storage"],
  "better-auth": ["team"],
  ws: ["http", "health", "channels/widget", "channels/inbox"],
  zod: [
    "environment",
    "settings",
    "http",
    "team",
    "knowledge",
    "assistant",
    "channels/email",
    "channels/sms",
    "channels/slack",
    "channels/widget",
    "channels/inbox",
  ],
  undici: ["knowledge"],
  "ipaddr.js": ["knowledge"],
  "@mozilla/readability": ["knowledge"],
  linkedom: ["knowledge"],
  turndown: ["knowledge"],
  twilio: ["channels/sms"],
  "libphonenumber-js": ["settings"],
  "email-reply-parser": ["channels/email"],
  ioredis: ["live-over-redis", "health"],
  pino: ["log"],
  postmark: ["mail"],
  "file-type": ["files"],
  "lru-cache": ["memory"],
  jose: ["channels/widget", "team"],
  preact: ["channels/inbox"],
};

const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.tsx?$/.test(path) && !path.startsWith("storage/generated"),
);
const widgetSources = readdirSync("widget", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => join("../widget", path));

describe("the import table", () => {
  test.each(sources)("holds for %s", (file) => {
    const part = partOf(file);
    const allowed = mayImport[part];
    expect(allowed, `${part} is missing from the table`).toBeDefined();

    for (const target of importsOf(file)) {
      if (target.startsWith(".")) {
        const other = partOf(normalize(join(dirname(file), target)));
        expect(
          other === part || allowed?.includes("*") || allowed?.includes(other),
          `${part} must not import ${other}`,
        ).toBe(true);
        continue;
      }
      const owner = Object.entries(onlyIn).find(([name]) => target === name || target.startsWith(`${name}/`));
      if (owner && !(part === "storage" && owner[0] === "better-auth"))
        expect(owner[1], `${target} does not belong in ${part}`).toContain(part);
    }
  });

  test("is not out of date: every part it names exists", () => {
    for (const part of Object.keys(mayImport))
      expect(existsSync(join("src", part)) || existsSync(join("src", `${part}.ts`)), part).toBe(true);
  });
});

test("the core knows nothing but itself", () => {
  for (const file of sources.filter((path) => path.startsWith("conversation/")))
    expect(importsOf(file).filter((target) => !target.startsWith("./"))).toEqual([]);
});

test.each(readdirSync("src/channels"))("channels/%s has the three doors of a channel", (channel) => {
  expect(readdirSync(join("src/channels", channel))).toEqual(
    expect.arrayContaining(["index.ts", "inbound.ts", "outbound.ts"]),
  );
});

test.each(widgetSources)("%s takes only types from the server", (file) => {
  const code = readFileSync(join("src", file), "utf8");
  for (const [statement] of code.matchAll(/import[^;]*from "[^"]*src\/[^"]*"/g))
    expect(statement).toMatch(/^import type /);
});

test("the inbox's pages load nothing that checks what comes in: that is the server's, and weighs as much as they do", () => {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const target of loadedBy(file).filter((name) => /^\.+\/.*\.tsx?$/.test(name)))
      follow(normalize(join(dirname(file), target)));
  };
  follow("channels/inbox/web/main.tsx");
  expect(reached.size).toBeGreaterThan(100);
  expect([...reached].filter((file) => loadedBy(file).includes("zod"))).toEqual([]);
});

test.each([...sources, ...widgetSources])("%s puts no markup into pages as text", (file) => {
  const code = readFileSync(join("src", file), "utf8");
  expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/);
});

test.each(
  sources.filter((path) => !["main.ts", "doctor.ts", "reset-link.ts"].includes(path)),
)("%s leaves the environment to config", (file) => {
  expect(readFileSync(join("src", file), "utf8")).not.toMatch(/process\.env/);
});

function partOf(file: string): string {
  const [first = "", second = ""] = file.replace(/\.tsx?$/, "").split("/");
  return first === "channels" ? `${first}/${second}` : first;
}

function importsOf(file: string): string[] {
  const source = readFileSync(join("src", file), "utf8");
  return [...source.matchAll(/(?:from|import\() ?"([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** What is there when the program runs: imports of types are not. */
function loadedBy(file: string): string[] {
  const code = readFileSync(join("src", file), "utf8");
  return [...code.matchAll(/^(?:import|export)(?! type)[^;]*?from "([^"]+)";/gm)].map(
    ([, target = ""]) => target,
  );
}
