import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { masked } from "../../../src/privacy/masking/masked.ts";
import { restored } from "../../../src/privacy/masking/restored.ts";
import { ordinary } from "./ordinary.ts";

/** Put together here, so that nothing in the repository looks like a real key. */
const key = (prefix: string, rest: string) => `${prefix}${rest}`;
const letters = "aB3dE5gH7jK9mN1pQ3sT5vX7zA9cD1fG3hJ5kL7";

describe("a card", () => {
  test.each([
    ["4242 4242 4242 4242", "4242"],
    ["4242-4242-4242-4242", "4242"],
    ["4242424242424242", "4242"],
    ["4242\u00a04242\u00a04242\u00a04242", "4242"],
    ["4242 - 4242 - 4242 - 4242".replaceAll(" - ", "- "), "4242"],
    ["3782 822463 10005", "0005"],
    ["5555.5555.5555.4444", "4444"],
    ["42 42 42 42 42 42 42 42", "4242"],
  ])("%s keeps its last four digits only", (card, last) => {
    expect(masked(`My card: ${card}, thanks`)).toBe(`My card: •••• •••• •••• ${last}, thanks`);
  });

  test("is found between its date and its check digits, which go as well", () => {
    expect(masked("4242 4242 4242 4242 12/27 cvc 123")).toBe("•••• •••• •••• 4242 12/27 cvc •••");
  });

  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 });
  const card = digits.map((rest) => withCheckDigit(`4${rest.join("")}`));
  const separator = fc.constantFrom("", " ", "-", "  ", "\u00a0", ".");

  test("is always masked, whatever separates its groups and whatever stands around it", () => {
    fc.assert(
      fc.property(
        card,
        separator,
        fc.constantFrom("", "card ", "Visa: ", "(", "…"),
        (number, between, before) => {
          const typed = (number.match(/.{4}/g) ?? []).join(between);
          const shown = masked(`${before}${typed}`);
          expect(shown).toBe(`${before}•••• •••• •••• ${number.slice(-4)}`);
        },
      ),
    );
  });

  test.each([
    "Order 4242424242424242",
    "Bestellnummer: 4242424242424242",
    "Tracking no. 4242424242424242",
    "#4242424242424242",
    "https://shop.example/track/4242424242424242",
    "4242 4242 4242 4241",
    "DE89 3704 0044 0532 0130 00",
    "GB29 NWBK 6016 1331 9268 19",
    "FR14 2004 1010 0505 0001 3M02 606",
    "+4915112345678901",
    "1700000000.123456",
  ])("is not seen in %s", (text) => {
    expect(masked(text)).toBe(text);
  });
});

describe("a key", () => {
  test.each([
    [key("AKIA", "ABCDEFGHIJKLMNOP"), "AKIA••••••••"],
    [key("ghp_", letters), "ghp_••••••••"],
    [key("github_pat_", letters), "github_pat_••••••••"],
    [key("sk_live_", letters), "sk_live_••••••••"],
    [key("rk_test_", letters), "rk_test_••••••••"],
    [key("xoxb-", "1234567890-abcdefghij"), "xoxb-••••••••"],
    [key("AIza", letters.slice(0, 35)), "AIza••••••••"],
    [key("sk-proj-", letters), "sk-proj-••••••••"],
    [key("eyJ", `hbGciOiJIUzI1.${"eyJ"}zdWIiOiIx.abc-def`), "eyJ••••••••"],
    [`postgres://shop:${"pa55"}word@db/shop`, "postgres://shop:••••••••@db/shop"],
  ])("keeps what tells which it is, and no more", (secret, shown) => {
    expect(masked(`Use ${secret} there`)).toBe(`Use ${shown} there`);
  });

  test("in a block goes whole, also where its end was forgotten", () => {
    const begin = key("-----BEGIN RSA ", "PRIVATE KEY-----");
    const end = key("-----END RSA ", "PRIVATE KEY-----");
    expect(masked(`${begin}\nMIIEabc\n${end} bye`)).toBe(`${begin}•••••••• bye`);
    expect(masked(`${begin}\nMIIEabc`)).toBe(`${begin}••••••••`);
  });

  test("that is meant to be public stays", () => {
    const open = key("pk_live_", letters);
    expect(masked(open)).toBe(open);
  });
});

describe("a password", () => {
  test.each([
    ["my password is hunter2", "my password is ••••••••"],
    ["Password: swordfish", "Password: ••••••••"],
    ["password=abcd", "password=••••••••"],
    ["user bob, password hunter2, thanks", "user bob, password ••••••••, thanks"],
    ["Mein Passwort lautet: Sommer2026", "Mein Passwort lautet: ••••••••"],
    ["mon mot de passe est soleil99", "mon mot de passe est ••••••••"],
    ["mi contraseña es perro123", "mi contraseña es ••••••••"],
    ["la mia password è gatto88", "la mia password è ••••••••"],
    ["a minha senha é abc123", "a minha senha é ••••••••"],
    ["mijn wachtwoord is fiets77", "mijn wachtwoord is ••••••••"],
    ["api key: abcd1234efgh", "api key: ••••••••"],
    ["PIN: 4711", "PIN: •••"],
  ])("that is called so is masked: %s", (said, shown) => {
    expect(masked(said)).toBe(shown);
  });
});

test.each(ordinary)("ordinary words stay: %s", (text) => {
  expect(masked(text)).toBe(text);
});

test("ordinary words stay in whatever order they are said", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ordinary), { maxLength: 6 }), (sentences) => {
      const text = sentences.join("\n");
      expect(masked(text)).toBe(text);
    }),
  );
});

test("masking again changes nothing, and any text can be masked", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("4242 4242 4242 4242", "password: ", "hunter2", "ghp_", letters, " ", "is", "\n", "••••"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const once = masked(pieces.join(""));
      expect(masked(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test("what was made of a masked text gets its secrets back, each where its mask stands", () => {
  const original = "Karte 4242 4242 4242 4242, Passwort: hunter2";
  expect(restored("Card •••• •••• •••• 4242, password: ••••••••", original)).toBe(
    "Card 4242 4242 4242 4242, password: hunter2",
  );
  expect(restored("Card, password", original)).toBe("Card, password");
});

function withCheckDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
