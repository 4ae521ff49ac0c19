import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

export type Seal = ReturnType<typeof createSeal>;

const version = "v1.";
const nonceLength = 12;
const tagLength = 16;

/** Keeps secrets unreadable in the database (AES-256-GCM), each bound to what it belongs to. */
export function createSeal(appSecret: string) {
  const key = Buffer.from(hkdfSync("sha256", appSecret, "", "slack installations", 32));

  return {
    seal(text: string, owner: string): string {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return version + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },

    /** Undefined when it was sealed under another secret, for another owner, or was changed since. */
    open(sealed: string, owner: string): string | undefined {
      if (!sealed.startsWith(version)) return undefined;
      const bytes = Buffer.from(sealed.slice(version.length), "base64url");
      if (bytes.length < nonceLength + tagLength) return undefined;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength))
          .setAAD(Buffer.from(owner))
          .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
        const text = decipher.update(bytes.subarray(nonceLength + tagLength));
        return Buffer.concat([text, decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}
