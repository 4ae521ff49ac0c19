/** What a visitor agrees to by leaving a number, as it stands beside the field and is kept with the number. */
export const smsConsent =
  "By leaving a number you agree to get our answers by SMS. Carrier rates may apply. Answer STOP to end it.";
