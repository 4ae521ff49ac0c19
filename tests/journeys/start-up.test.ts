import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openStorage } from "../../src/storage/index.ts";
import { openSqlite } from "../../src/storage/sqlite.ts";
import { startSlackSimulator } from "../slack-simulator/index.ts";
import { waitFor } from "../support/patience.ts";
import { freePort } from "../support/running.ts";
import { Visitor } from "../support/visitor.ts";

/** Of a machine that has other things to do as well. */
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let processes: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handoff-start-"));
  processes = [];
});
afterEach(() => {
  for (const each of processes) each.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** The program as `npm start` runs it, with nothing else in its environment. */
function start(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--enable-source-maps", "dist/server/main.js"], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  processes.push(child);
  const out = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => {
    out.stdout += data;
  });
  child.stderr.on("data", (data) => {
    out.stderr += data;
  });
  return {
    out,
    exited: once(child, "exit").then(([code]) => code as number | null),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    async ready(url: string): Promise<void> {
      for (;;) {
        if (child.exitCode !== null) throw new Error(`It ended: ${out.stderr}`);
        if (
          await fetch(`${url}/readyz`).then(
            (response) => response.ok,
            () => false,
          )
        )
          return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/** What a start that cannot work prints; it must end by itself and name the remedy in few lines. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const { out, exited } = start(environment);
  expect(await exited).toBe(1);
  expect(out.stderr.trim().split("\n").length).toBeLessThanOrEqual(3);
  return out.stderr;
}

describe("a start that cannot work says what to do", () => {
  test("when the port is taken", async () => {
    const server = createServer().listen(0);
    const { port } = server.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toMatch(/Port \d+ is taken.*set PORT/);
    server.close();
  });

  test("when the data folder cannot be written to", async () => {
    writeFileSync(join(folder, "file"), "");
    expect(await refusal({ DATA_DIR: join(folder, "file") })).toContain("DATA_DIR");
  });

  test("when the database is of an unknown kind", async () => {
    expect(await refusal({ DATABASE_URL: "mysql://localhost/x" })).toContain("postgresql://");
  });

  test("when PostgreSQL does not answer, without printing the password", async () => {
    const port = await freePort();
    const words = await refusal({ DATABASE_URL: `postgresql://u:hunter2@127.0.0.1:${port}/x` });
    expect(words).toContain("DATABASE_URL");
    expect(words).not.toContain("hunter2");
  });

  test("when Slack is half configured", async () => {
    expect(await refusal({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_CHANNEL: "#support" })).toContain(
      "SLACK_SIGNING_SECRET is missing. Copy it from your Slack app → Basic Information.",
    );
  });

  test("when the database is newer than the program", async () => {
    const url = `file:${join(folder, "handoff.db")}`;
    await (await openStorage({ url, now: Date.now, newId: () => crypto.randomUUID() })).close();
    const { client } = await openSqlite(url);
    await client.$executeRawUnsafe(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, started_at, applied_steps_count)
       VALUES ('x', 'x', '9999_from_the_future', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1)`,
    );
    await client.$disconnect();
    expect(await refusal({})).toMatch(/newer than this program.*9999_from_the_future/);
  });
});

describe("a start with nothing in the environment", () => {
  test("serves, says what runs where, prints the link for the first admin, and ends in good order", async () => {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const program = start({ PORT: String(port) });
    await program.ready(url);
    await waitFor(() => expect(program.out.stdout).toContain(`${url}/inbox/setup?token=`));
    for (const word of ["Start page", "slack      off", "SLACK_BOT_TOKEN", "GEMINI_API_KEY"])
      expect(program.out.stdout).toContain(word);
    expect(program.out.stdout.split("\n").length).toBeLessThan(24);

    const page = await (await fetch(url)).text();
    expect(page).toContain('<script src="/widget.js" data-site="default" async>');
    expect(page).toContain("https://api.slack.com/apps?new_app=1");
    program.kill("SIGTERM");
    expect(await program.exited).toBe(0);
  });
});

describe("a start with everything in the environment", () => {
  test("serves, with every service outside at hand", async () => {
    const slack = await startSlackSimulator();
    const port = await freePort();
    const { ready, kill, exited, out } = start({
      PORT: String(port),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_CHANNEL: "#support",
      SLACK_API_URL: slack.apiUrl,
      GEMINI_API_KEY: "key",
      GEMINI_API_URL: "http://127.0.0.1:1/",
      POSTMARK_SERVER_TOKEN: "token",
      POSTMARK_FROM: "support@example.com",
      POSTMARK_API_URL: "http://127.0.0.1:1/",
      POSTMARK_INBOUND_ADDRESS: "abc@inbound.postmarkapp.com",
      POSTMARK_WEBHOOK_PASSWORD: "correct horse",
      TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
      TWILIO_AUTH_TOKEN: "token",
      TWILIO_FROM: "+14155550100",
      TWILIO_API_URL: "http://127.0.0.1:1/",
    });
    await ready(`http://127.0.0.1:${port}`);
    for (const words of ["Gemini (gemini-3.8-flash)", "as support@example.com", "SMS from +14155550100"])
      expect(out.stdout).toContain(words);
    kill("SIGTERM");
    expect(await exited).toBe(0);
    await slack.stop();
  });

  test("finds every module: Node itself loads each, which reads packages otherwise than tests do", async () => {
    const modules = readdirSync("dist/server/assets").filter((name) => name.endsWith(".js"));
    const program = modules.map(
      (name) => `await import(${JSON.stringify(resolve("dist/server/assets", name))});`,
    );
    writeFileSync(join(folder, "all.mjs"), program.join("\n"));
    const child = spawn(process.execPath, [join(folder, "all.mjs")], {
      env: { PATH: process.env.PATH },
      stdio: ["ignore", "inherit", "pipe"],
    });
    processes.push(child);
    let complaints = "";
    child.stderr.on("data", (data) => {
      complaints += data;
    });
    const [code] = await once(child, "exit");
    expect({ complaints, code }).toEqual({ complaints: "", code: 0 });
    expect(modules.length).toBeGreaterThan(50);
  });
});

describe("a process that is killed", () => {
  test("at any moment loses nothing it has acknowledged, and doubles nothing that is sent again", async () => {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const saved: string[] = [];
    let token: string | undefined;

    for (let round = 0; round < 4; round += 1) {
      const program = start({ PORT: String(port) });
      await program.ready(url);
      const visitor = await Visitor.arrives(url, token);
      token = visitor.token;
      const killAfter = 1 + Math.floor(Math.random() * 8);
      for (let n = 0; ; n += 1) {
        const text = `round ${round} message ${n}`;
        const done = await Promise.race([
          visitor.says(text).then(
            () => true,
            () => false,
          ),
          program.exited,
        ]);
        if (done !== true) break;
        saved.push(text);
        // The messages after this one are sent into a process that dies at some moment of its own.
        if (n + 1 === killAfter) program.kill("SIGKILL");
      }
      await program.exited;
    }

    const program = start({ PORT: String(port) });
    await program.ready(url);
    const visitor = await Visitor.arrives(url, token);
    const texts = visitor.entries.flatMap((entry) =>
      entry.type === "message" && entry.author.kind === "visitor" ? [entry.text] : [],
    );
    expect(texts.filter((text) => saved.includes(text))).toEqual(saved);
    expect(new Set(texts).size).toBe(texts.length);
    expect(saved.length).toBeGreaterThanOrEqual(4);
    visitor.leaves();
  });
});

describe("npm run doctor", () => {
  async function examine(environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, ["--enable-source-maps", "dist/server/doctor.js"], {
      env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: String(await freePort()), ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    processes.push(child);
    let report = "";
    child.stdout.on("data", (data) => {
      report += data;
    });
    const [code] = await once(child, "close");
    return { code, report };
  }

  test("finds nothing wrong with an empty environment, and names what is off", async () => {
    const { code, report } = await examine();
    for (const line of [/✓ Database/, /– Server.*npm start/, /– Slack/, /– Assistant/])
      expect(report).toMatch(line);
    expect(code).toBe(0);
  });

  test("says what to do about a token Slack does not accept", async () => {
    const slack = await startSlackSimulator();
    const { code, report } = await examine({
      SLACK_BOT_TOKEN: "xoxb-of-another-app",
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_CHANNEL: "#support",
      SLACK_API_URL: slack.apiUrl,
    });
    await slack.stop();
    expect(report).toMatch(/✗ Slack.*OAuth & Permissions/);
    expect(code).toBe(1);
  });
});
