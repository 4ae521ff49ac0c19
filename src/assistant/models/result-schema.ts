import type { ResponseSchema } from "@google/generative-ai";
import { z } from "zod";

/** What Google leaves out of JSON Schema, and answers with 400 when it meets it. */
const unknownToGoogle = new Set(["$schema", "additionalProperties", "minLength", "maxLength", "default"]);

/** The shape of a result in the words Google reads. Lengths and the like are checked when the result is there. */
export const resultSchema = (result: z.ZodType): ResponseSchema => {
  const schema: ResponseSchema = JSON.parse(
    JSON.stringify(z.toJSONSchema(result, { io: "input" })),
    (key, value) => (unknownToGoogle.has(key) ? undefined : value),
  );
  return schema;
};
