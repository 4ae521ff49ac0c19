import { describe } from "vitest";
import { expectLevel, expectNoHandoff } from "./levels.ts";

describe("A request in Portuguese", () => {
  expectLevel("connect", [
    "preciso de um atendente",
    "como falo com um atendente",
    "alguém pode me ligar",
    "quero ser atendido por uma pessoa",
    "Quero falar com um atendente",
    "quero falar com uma pessoa",
    "posso falar com alguém?",
    "preciso falar com um humano",
    "me transfere para um atendente",
    "atendente por favor",
    "pessoa real",
    "gostaria de falar com um representante",
    "falar com atendente",
    "quero um humano",
    "tem alguém com quem eu possa falar?",
    "não quero falar com um robô",
    "queria falar com o gerente",
    "Por favor, transfira-me para um agente",
    "preciso de ajuda de uma pessoa real",
    "falar com o suporte",
    "atendimento humano",
  ]);
});

describe("What is no request in Portuguese", () => {
  expectNoHandoff([
    "não preciso falar com ninguém",
    "você é humano?",
    "não quero falar com um atendente",
    "você fala português?",
    "alguém roubou meu cartão",
    "não preciso de um atendente",
  ]);
});
