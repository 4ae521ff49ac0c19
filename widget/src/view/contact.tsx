import type { Chat } from "../chat.ts";
import * as words from "../words.ts";

/** Asks where the visitor can be answered, when nobody may be there before they leave. */
export function Contact({ chat }: { chat: Chat }) {
  return (
    chat.state.value.asksContact && (
      <form
        class="request contact"
        onSubmit={(event) => {
          event.preventDefault();
          chat.leaveContact(event.currentTarget.querySelector("input")?.value ?? "");
        }}
      >
        <label>
          {words.email}
          <input type="email" required autocomplete="email" placeholder={words.emailHint} />
        </label>
        <button type="submit">{words.leaveEmail}</button>
      </form>
    )
  );
}
