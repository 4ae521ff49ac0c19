import { describe } from "vitest";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("A request in Italian", () => {
  expectLevel("connect", [
    "ho bisogno di un operatore",
    "voglio essere trasferito a un operatore",
    "qualcuno può chiamarmi",
    "chiama il responsabile",
    "Voglio parlare con una persona",
    "vorrei parlare con un operatore",
    "posso parlare con qualcuno?",
    "passami un operatore",
    "mi passi un operatore per favore",
    "un umano per favore",
    "persona reale",
    "ho bisogno di parlare con un umano",
    "c'è qualcuno con cui posso parlare?",
    "mettetemi in contatto con un operatore",
    "non voglio parlare con un bot",
    "voglio un operatore umano",
    "vorrei chattare con una persona vera",
    "posso parlare con il servizio clienti",
    "voglio parlare con il responsabile",
  ]);
});

describe("What is no request in Italian", () => {
  expectNoHandoff([
    "non ho bisogno di parlare con nessuno",
    "sei umano?",
    "non voglio parlare con una persona",
    "parli italiano?",
    "qualcuno ha rubato la mia carta",
    "non ho bisogno di un operatore",
    "sto parlando con un umano?",
  ]);
});
