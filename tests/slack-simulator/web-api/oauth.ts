import { personClaims } from "../oauth.ts";
import type { Slack } from "../slack.ts";
import { ApiError } from "./api-error.ts";
import { type Args, requiredArg, textArg } from "./args.ts";
import { grantedScopes } from "./granted-scopes.ts";
import type { Methods } from "./method.ts";

export const oauth: Methods = {
  "oauth.v2.access": {
    token: "none",
    run(slack, args) {
      checkClient(slack, args);
      const { userId } = redeemed(slack, args);
      const { team, bot } = slack.workspace;
      return {
        app_id: bot.appId,
        authed_user: { id: userId },
        scope: grantedScopes(slack).join(","),
        token_type: "bot",
        access_token: slack.settings.botToken,
        bot_user_id: bot.userId,
        team: { id: team.id, name: team.name },
        enterprise: null,
        is_enterprise_install: false,
      };
    },
  },
  "openid.connect.token": {
    token: "none",
    run(slack, args) {
      checkClient(slack, args);
      const { userId, nonce } = redeemed(slack, args);
      return {
        access_token: `xoxp-simulator-${userId}`,
        token_type: "Bearer",
        id_token: slack.oauth.idToken(slack, userId, nonce),
      };
    },
  },
  "openid.connect.userInfo": {
    token: "none",
    run(slack, args) {
      const userId = textArg(args, "authorization")?.match(/^Bearer xoxp-simulator-(\w+)$/)?.[1];
      if (!userId || !slack.workspace.person(userId)) throw new ApiError("invalid_auth");
      return personClaims(slack, userId);
    },
  },
};

/** Clients name themselves in the body or by HTTP basic authentication, which arrives as `authorization`. */
function checkClient(slack: Slack, args: Args): void {
  const basic = textArg(args, "authorization")?.match(/^Basic (.+)$/)?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, "base64").toString().split(":")
    : [requiredArg(args, "client_id"), requiredArg(args, "client_secret")];
  if (id !== slack.settings.clientId) throw new ApiError("invalid_client_id");
  if (secret !== slack.settings.clientSecret) throw new ApiError("bad_client_secret");
}

function redeemed(slack: Slack, args: Args) {
  const grant = slack.oauth.redeem(requiredArg(args, "code"));
  if (!grant) throw new ApiError("invalid_code");
  if (textArg(args, "redirect_uri") && textArg(args, "redirect_uri") !== grant.redirectUri)
    throw new ApiError("bad_redirect_uri");
  return grant;
}
