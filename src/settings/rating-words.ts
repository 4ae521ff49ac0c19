import { isSameLanguage } from "./languages.ts";

/** All that is said around a rating. */
export interface RatingWords {
  question: string;
  good: string;
  bad: string;
  skip: string;
  whyGood: string;
  whyBad: string;
  submit: string;
  thanks: string;
  thanksForReason: string;
}

/** In English where a language has none of its own. The question is the admin's, where they wrote one. */
export const ratingWordsIn = (language: string | undefined): RatingWords =>
  Object.entries(inLanguages).find(([tag]) => language !== undefined && isSameLanguage(tag, language))?.[1] ??
  english;

const english: RatingWords = {
  question: "How was this chat for you?",
  good: "Good",
  bad: "Not good",
  skip: "Skip",
  whyGood: "What was good? A sentence is enough.",
  whyBad: "What could be better? A sentence is enough.",
  submit: "Tell us",
  thanks: "Thank you for telling us.",
  thanksForReason: "Thank you. Our team reads it.",
};

/** The languages in which a request for a person is understood, too. */
const inLanguages: Record<string, RatingWords> = {
  en: english,
  de: {
    question: "Wie war dieser Chat für Sie?",
    good: "Gut",
    bad: "Nicht gut",
    skip: "Überspringen",
    whyGood: "Was war gut? Ein Satz genügt.",
    whyBad: "Was könnte besser sein? Ein Satz genügt.",
    submit: "Mitteilen",
    thanks: "Danke für Ihre Rückmeldung.",
    thanksForReason: "Danke. Unser Team liest es.",
  },
  fr: {
    question: "Comment s’est passée cette conversation ?",
    good: "Bien",
    bad: "Pas bien",
    skip: "Passer",
    whyGood: "Qu’est-ce qui était bien ? Une phrase suffit.",
    whyBad: "Que pourrions-nous améliorer ? Une phrase suffit.",
    submit: "Nous le dire",
    thanks: "Merci pour votre retour.",
    thanksForReason: "Merci. Notre équipe le lira.",
  },
  es: {
    question: "¿Qué le ha parecido este chat?",
    good: "Bien",
    bad: "No muy bien",
    skip: "Omitir",
    whyGood: "¿Qué ha estado bien? Basta con una frase.",
    whyBad: "¿Qué podríamos mejorar? Basta con una frase.",
    submit: "Decírnoslo",
    thanks: "Gracias por su opinión.",
    thanksForReason: "Gracias. Nuestro equipo lo leerá.",
  },
  it: {
    question: "Com’è andata questa chat?",
    good: "Bene",
    bad: "Non bene",
    skip: "Salta",
    whyGood: "Che cosa è andato bene? Basta una frase.",
    whyBad: "Che cosa possiamo migliorare? Basta una frase.",
    submit: "Dillo al team",
    thanks: "Grazie per la risposta.",
    thanksForReason: "Grazie. Il nostro team lo leggerà.",
  },
  pt: {
    question: "Como foi esta conversa para você?",
    good: "Boa",
    bad: "Não foi boa",
    skip: "Pular",
    whyGood: "O que foi bom? Uma frase basta.",
    whyBad: "O que podemos melhorar? Uma frase basta.",
    submit: "Contar",
    thanks: "Obrigado pela resposta.",
    thanksForReason: "Obrigado. Nossa equipe vai ler.",
  },
  nl: {
    question: "Hoe was deze chat voor u?",
    good: "Goed",
    bad: "Niet goed",
    skip: "Overslaan",
    whyGood: "Wat was er goed? Eén zin is genoeg.",
    whyBad: "Wat kan er beter? Eén zin is genoeg.",
    submit: "Doorgeven",
    thanks: "Bedankt voor uw antwoord.",
    thanksForReason: "Bedankt. Ons team leest het.",
  },
};
