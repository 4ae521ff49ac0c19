import type { Slack } from "../slack.ts";
import { ApiError, RateLimited } from "./api-error.ts";
import type { Args } from "./args.ts";
import { chat } from "./chat.ts";
import { conversations } from "./conversations.ts";
import { files } from "./files.ts";
import { history } from "./history.ts";
import type { Method, Methods } from "./method.ts";
import { oauth } from "./oauth.ts";
import { reactions } from "./reactions.ts";
import { users } from "./users.ts";
import { views } from "./views.ts";
import { workspace } from "./workspace.ts";

const methods: Methods = {
  ...chat,
  ...conversations,
  ...history,
  ...users,
  ...workspace,
  ...reactions,
  ...files,
  ...views,
  ...oauth,
};

/** Carries out one call for the bearer of a token. Throws ApiError or RateLimited as Slack would refuse it. */
export async function callMethod(
  slack: Slack,
  name: string,
  args: Args,
  token: string | undefined,
): Promise<Record<string, unknown>> {
  const method = methods[name];
  if (!method) throw new ApiError("unknown_method", { req_method: name });
  checkToken(slack, method, token);
  checkScopes(slack, method);
  const wait = slack.limits.method(name);
  if (wait) throw new RateLimited(wait);
  return method.run(slack, args);
}

export const acceptedScopes = (name: string): string[] => methods[name]?.scopes ?? [];

function checkToken(slack: Slack, { token: kind = "bot" }: Method, token: string | undefined): void {
  if (kind === "none") return;
  if (!token) throw new ApiError("not_authed");
  if (token === slack.settings.botToken && slack.troubles.isRevoked()) throw new ApiError("token_revoked");
  if (kind === "app" && token === slack.settings.botToken) throw new ApiError("not_allowed_token_type");
  if (token !== (kind === "app" ? slack.settings.appToken : slack.settings.botToken))
    throw new ApiError("invalid_auth");
}

function checkScopes(slack: Slack, { scopes }: Method): void {
  const granted = slack.settings.scopes;
  if (!granted || !scopes || scopes.some((scope) => granted.includes(scope))) return;
  throw new ApiError("missing_scope", { needed: scopes[0], provided: granted.join(",") });
}
