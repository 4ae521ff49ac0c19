import { describe } from "vitest";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("A request in Dutch", () => {
  expectLevel("connect", [
    "ik heb een medewerker nodig",
    "kun je me doorverbinden",
    "ik wil doorverbonden worden",
    "kan iemand mij bellen",
    "nee ik wil een medewerker spreken",
    "Ik wil met een mens praten",
    "Ik wil een medewerker spreken",
    "kan ik met iemand praten?",
    "verbind me door met een medewerker",
    "medewerker aub",
    "een echt persoon graag",
    "mag ik een echt mens spreken",
    "ik wil graag iemand spreken",
    "kun je me doorverbinden met een collega?",
    "ik heb hulp nodig van een echt persoon",
    "is er iemand met wie ik kan praten?",
    "geef me een mens",
    "ik wil niet met een robot praten",
    "contact met een medewerker",
    "ik wil de klantenservice spreken",
    "menselijke medewerker",
  ]);
});

describe("What is no request in Dutch", () => {
  expectNoHandoff([
    "je hoeft me niet door te verbinden",
    "ben je een mens?",
    "ik wil niet met een mens praten",
    "spreek je Nederlands?",
    "iemand heeft mijn kaart gestolen",
    "ik heb geen medewerker nodig",
    "praat ik met een mens?",
  ]);
});
