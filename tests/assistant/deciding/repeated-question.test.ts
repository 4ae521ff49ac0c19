import { describe, expect, test } from "vitest";
import { repeatedQuestion } from "../../../src/assistant/deciding/repeated-question.ts";

describe("practically the same question, asked for the third time", () => {
  test.each([
    [["Where is my order?", "where is my order", "WHERE IS MY ORDER???"]],
    [["Where is my order?", "Where's my order now", "So where is my ordr please"]],
    [
      [
        "How do I cancel my subscription?",
        "I asked how to cancel my subscription",
        "How can I cancel the subscription",
      ],
    ],
    [["Wo ist meine Bestellung?", "Wo ist meine Bestellung denn?", "Wo ist jetzt meine Bestellung???"]],
    [["¿Dónde está mi pedido?", "donde esta mi pedido", "Hola, ¿dónde está mi pedido?"]],
    [["我的订单在哪里？", "我的订单在哪里", "请问我的订单在哪里？"]],
    [["Where is my order?", "It is number 4711", "Where is my order?", "Thanks", "Where is my order??"]],
  ])("is noticed: %j", (texts) => {
    expect(repeatedQuestion(texts)).toMatchObject({
      level: "offer",
      rule: "repeats-a-question",
      matched: texts.at(-1),
    });
  });

  test("is surer the more alike they are", () => {
    const same = repeatedQuestion(["Where is my order?", "Where is my order?", "Where is my order?"]);
    const similar = repeatedQuestion([
      "How do I cancel my subscription?",
      "I asked how to cancel my subscription",
      "How can I cancel the subscription",
    ]);
    expect(same?.confidence).toBe(0.9);
    expect(similar?.confidence).toBeLessThan(0.9);
  });
});

describe("what is no question asked again", () => {
  test.each([
    ["twice is not three times", ["Where is my order?", "Where is my order?"]],
    [
      "each about another place",
      ["Do you ship to Norway?", "Do you ship to Sweden?", "Do you ship to Spain?"],
    ],
    ["each about another order", ["Where is order 4711?", "Where is order 4712?", "Where is order 4713?"]],
    ["each about another thing", ["Is the card red?", "Is the cart red?", "Is the care red?"]],
    ["a greeting", ["Hello", "Hello?", "Hello??"]],
    ["an agreement", ["ok", "ok", "ok"]],
    ["what answers a question", ["Yes, it is correct", "yes it is correct", "Yes that is correct"]],
    ["many thanks", ["Thank you very much", "thank you very much!", "Thank you very much"]],
    ["thanks", ["Thanks", "Thanks!", "Thank you"]],
    ["the third is something else", ["Where is my order?", "Where is my order?", "Can I return it?"]],
    ["nothing", []],
    ["files without a word", ["", "", ""]],
    ["a long story", Array(3).fill("my order is late and I am sad ".repeat(20))],
  ])("%s", (_, texts) => {
    expect(repeatedQuestion(texts)).toBeUndefined();
  });
});
