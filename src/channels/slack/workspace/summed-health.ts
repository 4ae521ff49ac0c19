import type { SlackHealth } from "./health.ts";

export interface Part {
  /** What it is called beside others: a channel, a workspace. */
  name: string;
  health: SlackHealth;
}

/** Several in one sentence or two. What is broken comes alone, and with its name where there is something beside it. */
export function summedHealth(parts: Part[], whenNone: SlackHealth): SlackHealth {
  const [only] = parts;
  if (!only) return whenNone;
  for (const state of ["broken", "starting", "on"] as const) {
    const such = parts.filter(({ health }) => health.state === state);
    const details = [...new Set(such.map(({ health }) => health.detail))];
    if (details.length === 0) continue;
    if (state === "on" || such.length === parts.length)
      return { state, detail: details.length === 1 ? details.join("") : named(such, state) };
    return { state, detail: named(such, state) };
  }
  return only.health;
}

function named(parts: Part[], state: SlackHealth["state"]): string {
  const sentences = parts.map(({ name, health: { detail } }) =>
    state === "on" || detail.includes(name) ? detail : `${name}: ${detail}`,
  );
  return [...new Set(sentences)].join(" ");
}
