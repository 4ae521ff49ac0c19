/** Control and zero-width characters, those that turn the direction of writing, and letters that look like nothing. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** A name as it may stand in a line: nothing invisible, one space at a time. Empty when nothing is left. */
export const visibleName = (name: string) =>
  name.replaceAll(/\s+/gu, " ").replaceAll(invisible, "").replaceAll(/ {2,}/g, " ").trim();

const reserved = ["slackbot", "slack", "assistant"];

/** A visitor's name for their posts: one that could pass for Slack, the assistant or this app says whose it is. */
export function harmlessName(name: string, appNames: readonly string[]): string {
  const imitates = [...reserved, ...appNames].map(skeleton).some((taken) => isLike(name, taken));
  return imitates ? `Visitor “${name}”` : name;
}

/** Long names are recognised inside others ("TheSlackbot"); short ones would be found everywhere, so as words only. */
function isLike(name: string, taken: string): boolean {
  if (taken === "") return false;
  const looks = skeleton(name);
  if (taken.length >= 6 && looks.includes(taken)) return true;
  return looks === taken || name.split(" ").some((word) => skeleton(word) === taken);
}

/** What a name looks like at a glance: without accents, marks and spaces, and with lookalikes as one letter. */
function skeleton(name: string): string {
  return [...name.normalize("NFKD").toLowerCase()]
    .map((letter) => lookalikes.get(letter) ?? letter)
    .join("")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Each of these is seen as its first letter: Cyrillic, Greek and Latin cousins, and digits. */
const rows = "aаα4@ bвьβ8 cсϲ dԁ eеєε3 gɡ hнһ il1|!іιıӏɩ kкκ mм nпη oоο0 pрρ sѕ5$ tтτ7 uυ vν xхχ yуγ";

const lookalikes = new Map(
  rows.split(" ").flatMap((row) => {
    const [first = "", ...others] = row;
    return others.map((other) => [other, first] as const);
  }),
);
