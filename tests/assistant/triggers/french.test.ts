import { describe } from "vitest";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("A request in French", () => {
  expectLevel("connect", [
    "j'ai besoin d'un conseiller",
    "il faut que je parle à quelqu'un",
    "je veux être rappelé par un conseiller",
    "pas de bot, un humain",
    "Je veux parler à un humain",
    "Je voudrais parler à quelqu'un",
    "Puis-je parler avec un conseiller ?",
    "passez-moi un conseiller",
    "mettez-moi en relation avec un conseiller",
    "un humain svp",
    "une vraie personne",
    "je souhaite parler à une vraie personne",
    "j'ai besoin de parler à un agent",
    "je veux un humain",
    "J'aimerais discuter avec une personne réelle",
    "transférez-moi à un agent",
    "est-ce que je peux parler à quelqu'un ?",
    "contacter un conseiller",
    "parler au service client",
    "je ne veux pas parler à un robot",
    "je n'arrive pas à joindre un conseiller",
    "y a-t-il quelqu'un à qui je peux parler ?",
    "conseiller svp",
    "je veux parler à votre responsable",
  ]);
});

describe("What is no request in French", () => {
  expectNoHandoff([
    "est-ce que je parle à une vraie personne",
    "merci de m'avoir mis en relation avec un conseiller",
    "es-tu un humain ?",
    "je ne veux pas parler à un humain",
    "parlez-vous français ?",
    "ressources humaines",
    "quelqu'un a volé ma carte",
    "je n'ai pas besoin d'un conseiller",
    "êtes-vous une vraie personne ?",
    "suis-je en train de parler à un humain ?",
  ]);
});
