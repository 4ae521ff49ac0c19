import { NotUnderstood } from "./not-understood.ts";

/** "French" for `fr`; the tag itself where it is nobody's. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A language as people write it, in English, in itself or as a tag: "German", "Deutsch", "de", "pt-BR". */
export function languageFrom(text: string): { language: string } | { problem: string } {
  try {
    return { language: understood(text.trim()) };
  } catch (error) {
    if (error instanceof NotUnderstood) return { problem: error.message };
    throw error;
  }
}

function understood(text: string): string {
  const named = everyday.find((tag) => namesOf(tag).includes(text.toLowerCase()));
  if (named) return named;
  const tag = tagIn(text);
  if (tag === undefined)
    throw new NotUnderstood(`“${text}” is no language we know. Write one such as German.`);
  return tag;
}

/** A tag in its usual spelling; undefined for what is no language's. */
export function tagIn(text: string): string | undefined {
  try {
    const { baseName: tag, language } = new Intl.Locale(text.replaceAll("_", "-"));
    return languageName(language) === language || language === "und" ? undefined : tag;
  } catch {
    return undefined;
  }
}

/** The one a browser asks for first in `Accept-Language`, which ranks them. */
export const preferredLanguage = (header: string | undefined): string | undefined =>
  tagIn(header?.split(/[,;]/)[0]?.trim() ?? "");

/** Whoever reads one reads the other: `de` and `de-AT`. */
export const isSameLanguage = (one: string, other: string) => baseOf(one) === baseOf(other);

/** The first language known of somebody, where it is another than the team's: as it is usually called. */
export function foreignTo(teamLanguage: string, ...known: (string | undefined)[]): string | undefined {
  const tags = known.flatMap((name) => {
    const read = name ? languageFrom(name) : undefined;
    return read && "language" in read ? [read.language] : [];
  });
  const [tag = teamLanguage] = tags;
  if (isSameLanguage(tag, teamLanguage)) return undefined;
  return everyday.includes(tag) ? tag : baseOf(tag);
}

const baseOf = (tag: string) => tag.toLowerCase().replace(/-.*/, "");

const namesOf = (tag: string): string[] =>
  [languageName(tag), new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? ""].map((name) =>
    name.toLowerCase(),
  );

/** Those that are suggested. */
export const everyday = (
  "ar bg bn ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ka ko lt lv mk ms mt nb nl pl pt pt-BR " +
  "ro ru sk sl sq sr sv sw ta th tr uk ur vi zh zh-Hant"
).split(" ");

/** To choose from, by name. */
export const languageChoices = (): { value: string; label: string }[] =>
  everyday
    .map((value) => ({ value, label: languageName(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, "en"));
