import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** For the sign-in library: begins a session for a member who has shown otherwise who they are. Not for browsers. */
export const signInAs = {
  id: "sign-in-as",
  endpoints: {
    signInAs: createAuthEndpoint(
      { method: "POST", body: z.object({ userId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (!user) throw context.error("NOT_FOUND");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return {};
      },
    ),
  },
} as const;
