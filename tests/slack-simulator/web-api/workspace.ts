import { createHash } from "node:crypto";
import { ApiError } from "./api-error.ts";
import { requiredArg } from "./args.ts";
import type { Methods } from "./method.ts";

export const workspace: Methods = {
  "auth.test": {
    run(slack) {
      const { team, bot } = slack.workspace;
      return {
        url: `${slack.url}/`,
        team: team.name,
        team_id: team.id,
        user: bot.name,
        user_id: bot.userId,
        bot_id: bot.botId,
        is_enterprise_install: false,
      };
    },
  },
  "apps.connections.open": {
    token: "app",
    run: (slack) => ({ url: slack.socketMode.open(slack.url) }),
  },
  "team.info": {
    scopes: ["team:read"],
    run(slack) {
      const { id, name, domain } = slack.workspace.team;
      return {
        team: {
          id,
          name,
          domain,
          email_domain: "example.com",
          url: `${slack.url}/`,
          icon: { image_default: true, image_132: `${slack.url}/avatars/${id}.svg` },
        },
      };
    },
  },
  "bots.info": {
    scopes: ["users:read"],
    run(slack, args) {
      const { bot } = slack.workspace;
      if (args.bot !== undefined && requiredArg(args, "bot") !== bot.botId)
        throw new ApiError("bot_not_found");
      return {
        bot: {
          id: bot.botId,
          app_id: bot.appId,
          user_id: bot.userId,
          name: bot.realName,
          deleted: false,
          updated: 0,
          icons: {},
        },
      };
    },
  },
  "emoji.list": {
    scopes: ["emoji:read"],
    run({ workspace: { customEmoji } }) {
      return {
        emoji: customEmoji,
        cache_ts: createHash("sha1").update(JSON.stringify(customEmoji)).digest("hex").slice(0, 10),
      };
    },
  },
  "usergroups.list": {
    scopes: ["usergroups:read"],
    run: ({ workspace: { usergroups, team } }, args) => ({
      usergroups: usergroups.map(({ users, ...group }) => ({
        ...group,
        team_id: team.id,
        is_usergroup: true,
        description: "",
        date_delete: 0,
        user_count: users.length,
        ...(args.include_users ? { users } : {}),
      })),
    }),
  },
};
