import { timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";

/** Lets through what shows the password, as Postmark does by HTTP basic authentication. */
export function postmarksOwn(password: string, refused: () => void): RequestHandler {
  return (request, response, next) => {
    if (isPasswordOf(request.get("authorization") ?? "", password)) return next();
    refused();
    // 401 and not 403: Postmark would never call again.
    response
      .status(401)
      .set("WWW-Authenticate", "Basic")
      .type("text/plain")
      .send("The password is not right.");
  };
}

function isPasswordOf(authorization: string, password: string): boolean {
  const [, encoded = ""] = /^Basic (\S+)$/i.exec(authorization) ?? [];
  const given = Buffer.from(encoded, "base64")
    .toString("utf8")
    .replace(/^[^:]*:/, "");
  const [one, other] = [Buffer.from(given), Buffer.from(password)];
  return one.length === other.length && timingSafeEqual(one, other);
}
