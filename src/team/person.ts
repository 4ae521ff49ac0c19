import { z } from "zod";

export const Name = z.string().trim().min(1, "Please enter a name.").max(100, "At most 100 characters.");

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("Please enter an email address such as ana@example.com."));

/** Length is what makes a password hard to guess; the upper limit only keeps hashing cheap. */
export const Password = z
  .string()
  .min(10, "Please use at least 10 characters.")
  .max(128, "Please use at most 128 characters.");

/** Somebody who comes into the team: what the setup page asks for. */
export const Person = z.object({ name: Name, email: Email, password: Password });
export type Person = z.infer<typeof Person>;

export const Invitation = z.object({ name: Name, email: Email, role: z.enum(["admin", "agent"]) });
export type Invitation = z.infer<typeof Invitation>;
