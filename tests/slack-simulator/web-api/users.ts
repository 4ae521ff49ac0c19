import type { Slack } from "../slack.ts";
import type { Person } from "../workspace.ts";
import { ApiError } from "./api-error.ts";
import { limitArg, requiredArg } from "./args.ts";
import type { Methods } from "./method.ts";
import { paged } from "./paging.ts";

export const users: Methods = {
  "users.info": {
    scopes: ["users:read"],
    run(slack, args) {
      const id = requiredArg(args, "user");
      if (id === slack.workspace.bot.userId) return { user: botUser(slack) };
      const person = slack.workspace.people.find((candidate) => candidate.id === id);
      if (!person) throw new ApiError("user_not_found");
      return { user: shown(slack, person) };
    },
  },
  "users.list": {
    scopes: ["users:read"],
    run(slack, args) {
      const members = [...slack.workspace.people.map((person) => shown(slack, person)), botUser(slack)];
      const { page, response_metadata } = paged(members, args, limitArg(args, 1000, 1000));
      return { members: page, cache_ts: Math.floor(Date.now() / 1000), response_metadata };
    },
  },
  "users.lookupByEmail": {
    scopes: ["users:read.email"],
    run(slack, args) {
      const email = requiredArg(args, "email").toLowerCase();
      const person = slack.workspace.people.find((candidate) => candidate.email?.toLowerCase() === email);
      if (!person) throw new ApiError("users_not_found");
      return { user: shown(slack, person) };
    },
  },
  "users.getPresence": {
    scopes: ["users:read"],
    run(slack, args) {
      const id = requiredArg(args, "user");
      // An app that is `always_online` in its manifest.
      if (id === slack.workspace.bot.userId) return { presence: "active" };
      const person = slack.workspace.people.find((candidate) => candidate.id === id);
      if (!person) throw new ApiError("user_not_found");
      return { presence: person.presence };
    },
  },
};

function shown(slack: Slack, person: Person): Record<string, unknown> {
  const mayReadEmail = slack.settings.scopes?.includes("users:read.email") ?? true;
  const avatar = `${slack.url}/avatars/${person.id}.svg`;
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    color: "4bbe2e",
    tz: "Europe/London",
    tz_label: "Greenwich Mean Time",
    tz_offset: 0,
    profile: {
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      first_name: person.realName.split(" ")[0],
      status_text: "",
      status_emoji: "",
      image_24: avatar,
      image_48: avatar,
      image_72: avatar,
      image_192: avatar,
      image_512: avatar,
      team: person.teamId,
      ...(mayReadEmail && person.email ? { email: person.email } : {}),
    },
    is_admin: person.admin ?? false,
    is_owner: person.admin ?? false,
    is_primary_owner: false,
    is_restricted: person.guest ?? false,
    is_ultra_restricted: false,
    is_stranger: Boolean(person.externalTeam),
    is_bot: false,
    is_app_user: false,
    updated: 0,
    is_email_confirmed: true,
  };
}

function botUser(slack: Slack): Record<string, unknown> {
  const { bot, team } = slack.workspace;
  return {
    id: bot.userId,
    team_id: team.id,
    name: bot.name,
    real_name: bot.realName,
    deleted: false,
    is_admin: false,
    is_bot: true,
    profile: {
      real_name: bot.realName,
      display_name: "",
      api_app_id: bot.appId,
      bot_id: bot.botId,
      always_active: true,
      team: team.id,
    },
  };
}
