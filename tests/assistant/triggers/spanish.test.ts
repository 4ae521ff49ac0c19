import { describe } from "vitest";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("A request in Spanish", () => {
  expectLevel("connect", [
    "me pasas con alguien",
    "necesito que me atienda una persona",
    "que me llame un asesor",
    "cómo hablo con un agente",
    "alguien me puede llamar",
    "Quiero hablar con una persona",
    "quiero hablar con un agente",
    "¿Puedo hablar con alguien?",
    "necesito hablar con un humano",
    "pásame con un agente",
    "comuníqueme con un asesor por favor",
    "persona real",
    "un humano por favor",
    "quisiera hablar con un representante",
    "necesito ayuda de una persona real",
    "no quiero hablar con un robot",
    "quiero un agente humano",
    "¿hay alguien con quien pueda hablar?",
    "atención humana",
    "dame un humano",
    "agente por favor",
    "¿Me puede transferir con un operador?",
    "hablar con soporte",
    "kiero ablar con una persona",
    "quiero hablar con tu jefe",
    "no puedo hablar con nadie, quiero un agente",
  ]);
});

describe("What is no request in Spanish", () => {
  expectNoHandoff([
    "sin hablar con un agente",
    "¿eres humano?",
    "no quiero hablar con un humano",
    "¿hablas español?",
    "recursos humanos",
    "alguien robó mi tarjeta",
    "no necesito un agente",
    "¿estoy hablando con una persona?",
    "agente inmobiliario",
  ]);
});
