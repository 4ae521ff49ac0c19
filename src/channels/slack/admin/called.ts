const names: Record<string, string> = {
  slack: "Slack",
  assistant: "Assistant",
  email: "Email",
  sms: "SMS",
  redis: "Redis",
};

/** An integration's name as people write it. */
export const called = (integration: string): string => names[integration] ?? integration;
