import { dots, type Secret } from "./secret.ts";

/** In the languages the product knows. */
const names = [
  "pass(?:word|code|phrase)|pwd|passwd",
  "passwor[dt]|kennwort|zugangscode|geheimzahl",
  "mot\\s+de\\s+passe|mdp",
  "contrase(?:ñ|n)a",
  "parola\\s+d['’]ordine|password",
  "senha|palavra[-\\s]passe",
  "wachtwoord",
  "api[-_\\s]?key|secret[-_\\s]?(?:access[-_\\s]?)?key|client[-_\\s]?secret|access[-_\\s]?token|auth[-_\\s]?token|api[-_\\s]?secret",
].join("|");

/** Most texts name none, and are done with. */
const anyName =
  /pass|pwd|kennw|geheimz|zugangs|mdp|contrase|parola|senha|wachtw|key|secret|token|cv[vcn]|pin|code|ziffer|c[oó]d/iu;

/** What may stand between: “password for the shop is now:”. */
const after = "(?:[\\s\"'`*_]{0,3}(?:\\([^()\\n]{1,30}\\))?)";
const verb = "(?:is|ist|lautet|est|es|è|é|luidt)(?:\\s+(?:now|jetzt|nun|maintenant|ahora|ora|agora|nu))?";
const token = "[^\\s•]{3,120}";

const stated = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${names})${after}\\s*(?:([:=]|=>|->)\\s*|${verb}\\s*:?\\s+|(?<=\\s))(${token})(?!\\S)`,
  "giu",
);
const checkDigits = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:cvv2?|cvc2?|cvn|pin|security\\s+code|pr(?:ü|ue)fziffer|sicherheitscode|code\\s+de\\s+s[eé]curit[eé]|c[oó]digo\\s+de\\s+(?:seguridad|segurança)|codice\\s+di\\s+sicurezza|beveiligingscode)${after}(?:\\s*[:=]\\s*|\\s+(?:${verb})\\s*:?\\s+|\\s+)(\\d{3,8})(?!\\d)`,
  "giu",
);
/** A PIN needs more than to stand beside a number: some countries call postcodes so. */
const barePin = /^pin\s+\d/i;

/** Passwords that are called so, and the check digits of cards. */
export function passwordsIn(text: string): Secret[] {
  const found: Secret[] = [];
  if (!anyName.test(text)) return found;
  for (const match of text.matchAll(stated)) {
    const [all, sign, said = ""] = match;
    const secret = bare(said);
    if (!secret || !isPassword(secret, sign !== undefined, text.slice(match.index + all.length))) continue;
    const start = match.index + all.length - said.length + said.indexOf(secret);
    found.push({ start, end: start + secret.length, mask: dots });
  }
  for (const match of text.matchAll(checkDigits)) {
    const [all, digits = ""] = match;
    if (barePin.test(all)) continue;
    const end = match.index + all.length;
    found.push({ start: end - digits.length, end, mask: "•••" });
  }
  return found;
}

/** Without the quotes around it and the sentence's own mark after it. */
function bare(said: string): string {
  const quoted = /^(["'`“„«*]{1,3})(.+?)["'`”“»*]{1,3}[.,;!?)]*$/u.exec(said);
  return quoted?.[2] ?? said.replace(/^["'`“„«(]+/u, "").replace(/[.,;:!?)"'`”»]+$/u, "") ?? "";
}

/**
 * “My password is wrong” tells nothing: after a verb only what no word looks like is a password. After a colon a word is
 * one, too, unless it begins a sentence or says how the password is.
 */
function isPassword(word: string, hasSign: boolean, rest: string): boolean {
  if (word.length < 3 || /^(?:https?:|mailto:|\[|<)/i.test(word)) return false;
  if (looksMade(word)) return true;
  return hasSign && word.length >= 4 && !saysHow.test(word) && /^[ \t]*(?:$|[\n,;])/.test(rest);
}

/** Digits, marks or capitals inside. */
const looksMade = (word: string) =>
  (/\d/.test(word) && !isAmount.test(word)) ||
  /[\p{L}\p{N}][!#$%&*+=?@^~|\\<>{}][\p{L}\p{N}!#$%&*+=?@^~|\\<>{}]/u.test(word) ||
  /\p{Ll}\p{Lu}/u.test(word);

/** “The password is 8 characters long”, “was changed on 3.4.” */
const isAmount = /^\d{1,2}(?:[.:/-]\d{1,4}){0,2}[.-]?$/;

const saysHow =
  /^(?:required|forgotten|forgot|reset|wrong|incorrect|invalid|expired|missing|unknown|changed|change|help|error|failed|none|vergessen|falsch|ung[uü]ltig|abgelaufen|fehlt|ge[aä]ndert|erforderlich|oubli[eé]|incorrect[eo]?|inv[aá]lid[ao]|expir[eé]|requis|olvidad[ao]|caducad[ao]|dimenticata|errata|scaduta|esquecid[ao]|errad[ao]|vergeten|onjuist|verlopen|hidden|optional)$/iu;
