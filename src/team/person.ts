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

/** The sites an agent works for; none named means all. */
export const SiteKeys = z.array(z.string().min(1).max(40)).max(200);

/** What somebody may: who is an admin works for all sites. */
export const Rights = z.object({ role: z.enum(["admin", "agent"]), siteKeys: SiteKeys.default([]) });
export type Rights = z.infer<typeof Rights>;

export const Invitation = Rights.extend({ name: Name, email: Email });
export type Invitation = z.infer<typeof Invitation>;
