import type { RequestHandler } from "express";
import helmet from "helmet";

export interface HeaderOptions {
  /** Reached by https, so browsers may be told to insist on it. */
  https: boolean;
  /** Further places agents' pictures come from, beside any https one. */
  imageOrigins: string[];
}

/**
 * Headers for our own pages. Everything comes from this server; the one exception are agents' pictures, which Slack
 * serves from hosts of its own. The widget script is for other people's pages, so it may be embedded anywhere.
 */
export function securityHeaders({ https, imageOrigins }: HeaderOptions): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "https:", "data:", ...imageOrigins],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    crossOriginResourcePolicy: { policy: "cross-origin" },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: https ? { maxAge: 15_552_000 } : false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
  });
}
