import type { Ask } from "../../../src/channels/widget/protocol.ts";
import type { Chat } from "../chat.ts";
import * as words from "../words.ts";

/** What the visitor is asked, below the last words: what they may choose goes while an answer is on its way. */
export function asksOf(chat: Chat) {
  const { offersPerson, asksContact, smsConsent, asks = [] } = chat.state.value;
  return [
    ...(chat.isSending() ? [] : offersPerson ? [person] : asks),
    ...(asksContact ? [contact(smsConsent)] : []),
  ].map((ask) => (
    <form class="request asks">
      {ask.map(({ label, frame, field }) =>
        frame ? (
          <button
            type="submit"
            onClick={(event) => {
              event.preventDefault();
              const { form } = event.currentTarget;
              if (!form?.reportValidity()) return;
              const log = form.parentElement;
              chat.answer(frame, Object.fromEntries(new FormData(form)));
              // What is asked next of a rating is in the log; otherwise one writes on.
              if (frame.type === "rate") log?.focus();
              else log?.closest(".panel")?.querySelector("textarea")?.focus();
            }}
          >
            {label}
          </button>
        ) : field ? (
          <label>
            {label}
            <input {...field} />
          </label>
        ) : (
          <p>{label}</p>
        ),
      )}
    </form>
  ));
}

const person: Ask = [
  { label: words.talkToPerson, frame: { type: "ask-for-person" } },
  { label: words.keepGoing, frame: { type: "keep-going" } },
];

/** When nobody may be there before the visitor leaves; what a number means is the server's to say. */
const contact = (smsConsent: string | undefined): Ask => [
  {
    label: words.email,
    field: { ...addressOf("email", "email"), placeholder: words.emailHint, required: !smsConsent },
  },
  ...(smsConsent
    ? [
        { label: words.phone, field: { ...addressOf("phone", "tel"), placeholder: "+1 415 555 0123" } },
        { label: smsConsent },
      ]
    : []),
  { label: words.leaveEmail, frame: { type: "give-address", email: "" } },
];

const addressOf = (name: "email" | "phone", type: string) => ({ name, type, autocomplete: type });
