import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "../../widget/src/new-id.ts";

test("an id is a UUID that the server takes, and never comes twice", () => {
  const ids = Array.from({ length: 500 }, newId);
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(500);
});
