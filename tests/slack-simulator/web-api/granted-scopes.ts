import type { Slack } from "../slack.ts";

const usual = [
  "chat:write",
  "chat:write.customize",
  "channels:read",
  "channels:history",
  "channels:join",
  "groups:read",
  "groups:history",
  "users:read",
  "users:read.email",
  "users.profile:read",
  "team:read",
  "commands",
  "files:read",
  "files:write",
  "reactions:read",
  "reactions:write",
  "emoji:read",
  "usergroups:read",
  "im:write",
  "app_mentions:read",
];

export const grantedScopes = (slack: Slack): string[] => slack.settings.scopes ?? usual;
