import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** Loaded when there is a number to look at: it knows every country's, and many installations name none. */
const phoneNumbers = (): typeof import("libphonenumber-js") => require("libphonenumber-js");

/** As Twilio takes it (E.164), however it is written: "+1 (415) 555-0123", "0049 30 123456"; undefined for anything else. */
export function phoneNumberFrom(text: string): string | undefined {
  const number = phoneNumbers().parsePhoneNumberFromString(text.trim().replace(/^00/, "+"));
  return number?.isValid() ? String(number.number) : undefined;
}
