import { fold } from "../triggers/fold.ts";

/** Beyond this, somebody says more than yes. */
const maxWords = 7;

/** Whether a message says yes and nothing else, in one of the languages the detector knows. */
export function saysYes(text: string): boolean {
  const words = (text.match(/[\p{L}\p{N}'’]+|👍/gu) ?? []).map(fold);
  return words.length <= maxWords && words.some((word) => yes.has(word)) && words.every(isAgreeing);
}

const isAgreeing = (word: string) => yes.has(word) || besides.has(word);

const list = (words: string) => new Set(words.trim().split(/\s+/));

const yes = list(`
  👍 yes yeah yea yep yup ya yas aye y sure ok okay okey k please definitely absolutely certainly gladly
  ja jap jo jawohl gerne gern bitte natürlich naturlich klar sicher unbedingt
  oui ouais volontiers daccord evidemment
  si claro vale dale certo volentieri sim pode graag prima goed zeker
`);

/** What may stand beside a yes without changing it. */
const besides = list(`
  thanks thank you i would id like love to want that do it go ahead of course let us lets yes
  danke sehr gut das ware wäre mach machen wir
  merci sil vous te plait s il avec plaisir bien
  por favor gracias bueno va bene grazie per favore obrigado obrigada bom
  dank je u alstublieft alsjeblieft is
`);
