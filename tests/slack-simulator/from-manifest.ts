import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const Manifest = z.object({
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string() })),
    shortcuts: z.array(z.object({ name: z.string(), callback_id: z.string() })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** What a workspace knows of an app that was made from this manifest: its commands, its shortcuts and what it may do. */
export function fromManifest(file: string) {
  const { features, oauth_config } = Manifest.parse(parse(readFileSync(file, "utf8")));
  return {
    commands: features.slash_commands.map(({ command }) => command),
    shortcuts: features.shortcuts.map(({ name, callback_id: callbackId }) => ({ name, callbackId })),
    scopes: oauth_config.scopes.bot,
  };
}
