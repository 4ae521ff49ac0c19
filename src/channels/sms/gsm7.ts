/** The alphabet in which an SMS has room for 160 characters; in any other it has 70 (3GPP TS 23.038). */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** These take the room of two. */
const extended = "^{}\\[~]|€";

/** What people's keyboards make of plain characters, and may be written plainly without loss. */
const plain: Record<string, string> = {
  ...{ "‘": "'", "’": "'", "‚": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "`": "'" },
  ...{
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "…": "...",
    "•": "-",
    "·": "-",
    "×": "x",
    "→": "->",
  },
  ...{ "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\u00ad": "" },
};

/** The text in GSM-7, with look-alikes where that says the same; as it is when it needs other letters. */
export function inGsm7(text: string): string {
  const written = Array.from(text, (letter) => plain[letter] ?? letter).join("");
  return isGsm7(written) ? written : text;
}

const isGsm7 = (text: string) => Array.from(text).every((letter) => (basic + extended).includes(letter));

/** How many parts the network makes of a text, each of which is paid for. */
export function segmentsOf(text: string): number {
  const [whole, part] = isGsm7(text) ? [160, 153] : [70, 67];
  const length = isGsm7(text)
    ? text.length + Array.from(text).filter((letter) => extended.includes(letter)).length
    : text.length;
  return length <= whole ? 1 : Math.ceil(length / part);
}
