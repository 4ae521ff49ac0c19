import { Router } from "express";
import type { Slack } from "../slack.ts";

/** The consent pages of an install and of Sign in with Slack. `approve_as=<name>` grants at once, for tests. */
export function oauthEndpoints(slack: Slack): Router {
  const router = Router();
  router.get(["/oauth/v2/authorize", "/openid/connect/authorize"], (request, response) => {
    const query = new URL(request.url, slack.url).searchParams;
    const redirectUri = query.get("redirect_uri") ?? "";
    if (query.get("client_id") !== slack.settings.clientId)
      return void response.status(400).send("Invalid client_id parameter");
    if (!/^https?:\/\//.test(redirectUri))
      return void response.status(400).send("redirect_uri did not match any configured URIs");
    const back = new URL(redirectUri);
    if (query.get("state")) back.searchParams.set("state", query.get("state") ?? "");
    if (query.get("deny")) {
      back.searchParams.set("error", "access_denied");
      return void response.redirect(back.href);
    }
    const person = slack.workspace.person(query.get("approve_as") ?? "");
    if (!person) return void response.type("html").send(consentPage(slack, query));
    back.searchParams.set(
      "code",
      slack.oauth.grant({ userId: person.id, redirectUri, nonce: query.get("nonce") ?? undefined }),
    );
    response.redirect(back.href);
  });
  router.get("/openid/connect/keys", (_request, response) => void response.json(slack.oauth.keySet()));
  router.get(
    "/.well-known/openid-configuration",
    (_request, response) =>
      void response.json({
        issuer: "https://slack.com",
        authorization_endpoint: `${slack.url}/openid/connect/authorize`,
        token_endpoint: `${slack.url}/api/openid.connect.token`,
        userinfo_endpoint: `${slack.url}/api/openid.connect.userInfo`,
        jwks_uri: `${slack.url}/openid/connect/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      }),
  );
  return router;
}

function consentPage(slack: Slack, query: URLSearchParams): string {
  const choices = slack.workspace.people.map(({ name, realName }) => {
    const link = new URLSearchParams([...query, ["approve_as", name]]);
    return `<li><a href="?${escaped(link.toString())}">Allow as ${escaped(realName)}</a></li>`;
  });
  const deny = new URLSearchParams([...query, ["deny", "1"]]);
  return `<!DOCTYPE html><html lang="en"><title>Allow access</title><style>body{font:16px/1.5 system-ui;max-width:34rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}</style>
<h1>Handoff is asking for permission to access ${escaped(slack.workspace.team.name)}</h1><p>${escaped(query.get("scope") ?? "")}</p><ul>${choices.join("")}</ul><p><a href="?${escaped(deny.toString())}">Cancel</a></p></html>`;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
