import type { Language } from "../../knowledge/words/languages.ts";

/** What the visitor is told instead of a guess. */
export interface UnknownWords {
  /** With an offer of a person, whose buttons stand below. */
  offer: string;
  /** Where a person was offered before. */
  again: string;
  /** Where nobody can be offered. */
  alone: string;
}

export const unknownWords: Record<Language, UnknownWords> = {
  en: {
    offer:
      "I don't know that, and I would rather not guess. Would you like to talk to a person from the team?",
    again: "I don't know that either. Press “Talk to a person”, and somebody from the team will help.",
    alone: "I don't know that, and I would rather not guess.",
  },
  de: {
    offer: "Das weiß ich nicht, und raten möchte ich nicht. Möchten Sie mit jemandem aus dem Team sprechen?",
    again: "Auch das weiß ich nicht. Über „Talk to a person“ erreichen Sie jemanden aus dem Team.",
    alone: "Das weiß ich nicht, und raten möchte ich nicht.",
  },
  fr: {
    offer: "Je ne sais pas, et je préfère ne pas deviner. Voulez-vous parler à une personne de l'équipe ?",
    again: "Je ne le sais pas non plus. Avec « Talk to a person », quelqu'un de l'équipe vous aidera.",
    alone: "Je ne sais pas, et je préfère ne pas deviner.",
  },
  es: {
    offer: "Eso no lo sé y prefiero no adivinar. ¿Quiere hablar con una persona del equipo?",
    again: "Eso tampoco lo sé. Con «Talk to a person» le ayudará alguien del equipo.",
    alone: "Eso no lo sé y prefiero no adivinar.",
  },
  pt: {
    offer: "Isso eu não sei e prefiro não adivinhar. Quer falar com uma pessoa da equipa?",
    again: "Isso também não sei. Com “Talk to a person” alguém da equipa ajuda.",
    alone: "Isso eu não sei e prefiro não adivinhar.",
  },
  it: {
    offer: "Questo non lo so e preferisco non tirare a indovinare. Vuole parlare con una persona del team?",
    again: "Nemmeno questo lo so. Con «Talk to a person» la aiuterà qualcuno del team.",
    alone: "Questo non lo so e preferisco non tirare a indovinare.",
  },
  nl: {
    offer: "Dat weet ik niet, en ik wil niet gokken. Wilt u met iemand van het team praten?",
    again: "Ook dat weet ik niet. Via “Talk to a person” helpt iemand van het team u.",
    alone: "Dat weet ik niet, en ik wil niet gokken.",
  },
};

/** What stands before the sources of an answer. */
export const sourceWords: Record<Language, string> = {
  en: "Source",
  de: "Quelle",
  fr: "Source",
  es: "Fuente",
  pt: "Fonte",
  it: "Fonte",
  nl: "Bron",
};
