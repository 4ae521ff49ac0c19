import { dots, type Secret } from "./secret.ts";

/** Keys by which programs are let in. What is caught first tells people which it was and stays. */
const shapes: readonly RegExp[] = [
  // Amazon Web Services
  /(?<![A-Za-z0-9])((?:AKIA|ASIA|ABIA|ACCA))[A-Z2-7]{16}(?![A-Za-z0-9])/g,
  // GitHub, GitLab, npm
  /(?<![A-Za-z0-9_])(gh[pousr]_)[A-Za-z0-9]{30,}/g,
  /(?<![A-Za-z0-9_])(github_pat_)\w{22,}/g,
  /(?<![A-Za-z0-9_])(glpat-)[\w-]{20,}/g,
  /(?<![A-Za-z0-9_])(npm_)[A-Za-z0-9]{36}/g,
  // Stripe; its pk_ keys are meant to be public
  /(?<![A-Za-z0-9_])((?:sk|rk)_(?:live|test)_)[A-Za-z0-9]{10,}/g,
  /(?<![A-Za-z0-9_])(whsec_)[A-Za-z0-9+/=]{20,}/g,
  // Slack
  /(?<![A-Za-z0-9_])(xox[a-z](?:\.xox[a-z])?-)[\w.-]{10,}/g,
  /(?<![A-Za-z0-9_])(xapp-)[\w-]{20,}/g,
  /(https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/]{20,}/g,
  // Google
  /(?<![A-Za-z0-9_])(AIza)[\w-]{35}(?![\w-])/g,
  /(?<![A-Za-z0-9_])(GOCSPX-)[\w-]{20,}/g,
  /(?<![A-Za-z0-9_])(ya29\.)[\w-]{20,}/g,
  // OpenAI, Anthropic, SendGrid, Twilio, Postgres and others with a password in the address
  /(?<![A-Za-z0-9_])(sk-(?:proj-|svcacct-|ant-(?:api\d\d-)?)?)(?=[\w-]{0,60}\d)[\w-]{20,}/g,
  /(?<![A-Za-z0-9_])(SG\.)[\w-]{16,}\.[\w-]{16,}/g,
  /(?<![A-Za-z0-9_])(SK)[0-9a-f]{32}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])([a-z][a-z0-9+]{1,20}:\/\/[^\s:/@•]{1,100}:)[^\s:/@•]{3,200}(?=@)/g,
  // Signed tokens, and what follows Bearer
  /(?<![A-Za-z0-9_.])(eyJ)[\w-]{8,}\.eyJ[\w-]{5,}\.[\w-]*/g,
  /\b([Bb]earer\s+)(?=[\w.~+/-]{0,60}\d)[\w.~+/-]{20,}=*/g,
  // A private key, whole or without its end
  /(-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----)\s*(?![\s•])[\s\S]*?(?:-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----|$)/g,
];

/** Most texts have none of these, and are done with. */
const anyBegin =
  /A(?:KIA|SIA|BIA|CCA|Iza)|gh[pousr]_|github_pat_|glpat-|npm_|[sr]k_|whsec_|xox|xapp-|hooks\.slack|GOCSPX|ya29|sk-|SG\.|SK|:\/\/|eyJ|[Bb]earer|PRIVATE KEY/;

export const keysIn = (text: string): Secret[] =>
  (anyBegin.test(text) ? shapes : []).flatMap((shape) =>
    [...text.matchAll(shape)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      mask: `${match[1] ?? ""}${dots}`,
    })),
  );
