import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";

const placeholder = "https://handoff.example.com";

/** The Slack app as YAML, for this server. In Socket Mode Slack needs no addresses of ours. */
export function manifestFor(publicUrl: string, { socketMode }: { socketMode: boolean }): string {
  const text = readFileSync(manifestFile(dirname(fileURLToPath(import.meta.url))), "utf8");
  const manifest = parseDocument(text.replaceAll(placeholder, publicUrl.replace(/\/+$/, "")));
  manifest.commentBefore = null;
  if (socketMode) {
    manifest.setIn(["settings", "socket_mode_enabled"], true);
    manifest.deleteIn(["settings", "event_subscriptions", "request_url"]);
    manifest.deleteIn(["settings", "interactivity", "request_url"]);
    manifest.deleteIn(["features", "slash_commands", 0, "url"]);
  }
  // Slack only sends people back to https addresses.
  if (!publicUrl.startsWith("https:")) manifest.deleteIn(["oauth_config", "redirect_urls"]);
  return manifest.toString({ lineWidth: 0 });
}

/** Opens Slack with everything filled in. A server Slack cannot reach gets an app that needs no address. */
export function createAppLink(publicUrl: string): string {
  const manifest = manifestFor(publicUrl, { socketMode: !publicUrl.startsWith("https:") });
  return `https://api.slack.com/apps?new_app=1&manifest_yaml=${encodeURIComponent(manifest)}`;
}

function manifestFile(folder: string): string {
  const file = join(folder, "manifest.yml");
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error("manifest.yml is missing from the folder of the program.");
  return manifestFile(dirname(folder));
}
