import { parse } from "yaml";
import { z } from "zod";
import { manifestFor } from "../manifest.ts";

const Manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** What the app asks for when it is installed: exactly what its manifest names. */
export const manifestScopes = (publicUrl: string): string[] =>
  Manifest.parse(parse(manifestFor(publicUrl, { socketMode: false }))).oauth_config.scopes.bot;
