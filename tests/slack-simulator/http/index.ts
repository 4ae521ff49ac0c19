import express, { type Express } from "express";
import { pageEndpoints } from "../page/endpoints.ts";
import type { Slack } from "../slack.ts";
import { apiEndpoint } from "./api-endpoint.ts";
import { fileEndpoints } from "./file-endpoints.ts";
import { oauthEndpoints } from "./oauth-endpoints.ts";
import { responseEndpoint } from "./response-endpoint.ts";

/** Everything Slack answers over HTTP. */
export function createHttp(slack: Slack): Express {
  const http = express();
  http.disable("x-powered-by").disable("etag");
  http.use(express.raw({ type: () => true, limit: "100mb" }));
  http.use(
    apiEndpoint(slack),
    responseEndpoint(slack),
    fileEndpoints(slack),
    oauthEndpoints(slack),
    pageEndpoints(slack),
  );
  return http;
}
