import { signOut } from "../sign-in/recognise.ts";
import { PasswordForm } from "./password-form.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { SessionList } from "./session-list.tsx";

/** One's own account: who one is, one's password, and where one is signed in. */
export const AccountPage = () => (
  <main class="page">
    <header class="page-head">
      <h1>Your account</h1>
      <button type="button" class="leave" onClick={() => void signOut()}>
        Sign out
      </button>
    </header>
    <ProfileForm />
    <PasswordForm />
    <SessionList />
  </main>
);
