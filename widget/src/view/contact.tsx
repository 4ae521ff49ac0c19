import type { Chat } from "../chat.ts";
import * as words from "../words.ts";

/** Asks where the visitor can be answered, when nobody may be there before they leave; what a number means is the server's to say. */
export function Contact({ chat }: { chat: Chat }) {
  const { asksContact, smsConsent } = chat.state.value;
  return (
    asksContact && (
      <form
        class="request contact"
        onSubmit={(event) => {
          event.preventDefault();
          const [email, phone] = event.currentTarget.querySelectorAll("input");
          chat.leaveContact(email?.value ?? "", phone?.value);
        }}
      >
        <label>
          {words.email}
          <input type="email" autocomplete="email" placeholder={words.emailHint} required={!smsConsent} />
        </label>
        {smsConsent && (
          <label>
            {words.phone}
            <input type="tel" autocomplete="tel" placeholder="+1 415 555 0123" />
          </label>
        )}
        {smsConsent && <small>{smsConsent}</small>}
        <button type="submit">{words.leaveEmail}</button>
      </form>
    )
  );
}
