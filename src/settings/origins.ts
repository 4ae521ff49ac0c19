import { z } from "zod";

/** One origin as browsers name it: scheme, host, perhaps a port; a whole address is cut down to it. */
export const Origin = z
  .string()
  .trim()
  .transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.host && (url.protocol === "https:" || url.protocol === "http:")) return url.origin;
    context.addIssue({
      code: "custom",
      message: `“${text}” is not an origin. Write one such as https://shop.example.`,
    });
    return z.NEVER;
  });

export const Origins = z.array(Origin).max(100, "At most 100 origins.");
