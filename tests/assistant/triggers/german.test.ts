import { describe } from "vitest";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("A request in German", () => {
  expectLevel("connect", [
    "kannst du mich durchstellen",
    "ich möchte weitergeleitet werden",
    "bitte leiten Sie mich weiter",
    "kann mich bitte jemand anrufen",
    "ich rede nicht mit einem Bot",
    "Ich möchte mit einem Menschen sprechen",
    "Kann ich bitte mit einem Mitarbeiter reden?",
    "Verbinden Sie mich mit einem Mitarbeiter",
    "einen echten Menschen bitte",
    "Mitarbeiter bitte",
    "ich will mit jemandem sprechen",
    "Können Sie mich zu einem Kollegen durchstellen?",
    "Ich will einen Menschen",
    "gib mir einen Mitarbeiter",
    "Ich brauche Hilfe von einer echten Person",
    "gibt es jemanden, mit dem ich sprechen kann?",
    "kann ich mit jemandem über meine Rechnung reden",
    "warum kann ich nicht mit einem Menschen sprechen?",
    "Ich möchte einen Mitarbeiter sprechen",
    "echter Mensch",
    "mit dem Kundenservice sprechen",
    "Ich will nicht mit einem Bot reden",
    "leiten Sie mich bitte an einen Berater weiter",
    "Ich würde gerne mit einer realen Person chatten",
    "ich möchte Ihren Vorgesetzten sprechen",
  ]);
});

describe("What is no request in German", () => {
  expectNoHandoff([
    "muss ich mit einem Mitarbeiter sprechen um zu kündigen",
    "danke dass Sie mich mit einem Mitarbeiter verbunden haben",
    "bist du ein Mensch?",
    "Spreche ich mit einem Menschen?",
    "ich möchte nicht mit einem Menschen sprechen",
    "ich brauche keinen Mitarbeiter",
    "sprechen Sie Deutsch?",
    "Menschenrechte",
    "ich habe mit einem Mitarbeiter gesprochen",
    "jemand hat meine Karte gestohlen",
  ]);
});
