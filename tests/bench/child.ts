import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { FromServer } from "./servers/parent.ts";

export interface Child {
  port: number;
  /** After a collection of garbage, in bytes. */
  memory(): Promise<NodeJS.MemoryUsage>;
  stop(): Promise<void>;
}

const startWithinMs = 20_000;

/** Runs a program of servers/ until it says on which port it answers. Nothing of our environment reaches it. */
export async function startChild(program: string, env: Record<string, string> = {}): Promise<Child> {
  const child = fork(program, {
    execArgv: ["--expose-gc", "--enable-source-maps"],
    env: { NODE_ENV: "production", ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const next = async <Key extends keyof FromServer>(key: Key): Promise<NonNullable<FromServer[Key]>> => {
    const said = once(child, "message").then(([message]) => (message as FromServer)[key]);
    const silence = sleep(startWithinMs, undefined, { ref: false });
    const answer = await Promise.race([said, ended.then(() => undefined), silence]);
    if (answer === undefined) throw new Error(`${program} did not say its ${key}.`);
    return answer as NonNullable<FromServer[Key]>;
  };

  const port = await next("port");
  return {
    port,
    memory() {
      child.send("memory");
      return next("memory");
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
