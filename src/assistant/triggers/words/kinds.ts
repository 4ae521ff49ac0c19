/**
 * The kinds of word the detector tells apart. A message becomes a row of kinds, and the rules are written over that
 * row: "can I talk to a real person?" reads CAN I TALK TO A REAL PERSON QUESTION.
 */
export const kinds = [
  "HUMAN", // can only mean a human being: human, Mensch, humano
  "AGENT", // somebody on the team: agent, operator, manager, Mitarbeiter
  "PERSON", // person, guy: needs more around it before it means one of us
  "PEOPLE",
  "SOMEONE", // someone, anybody, jemand
  "TEAM", // a place where people answer: support, customer service
  "DEPARTMENT", // billing, sales
  "MACHINE", // bot, robot, computer
  "REAL", // real, live, actual
  "ADJECTIVE", // may stand before a person: other, damn, senior
  "ALMOSTTALK", // tall, peak: talk or speak, if an agent follows
  "TALK", // speak, talk, chat: with "to" or "with"
  "TALKLAST", // sprechen, praten: may stand after the person
  "PASSLAST", // verbinden, doorverbinden: the same
  "ITALK", // hablo, parlo: a wish after "how", a question about this very conversation else
  "CALLME", // llamarme, zurückrufen
  "CONTACT", // contact, reach: without a preposition
  "SEE", // see, meet, have: only an agent or a human
  "CALL", // call, phone, ring
  "TALKING", // speaking, contacting: a request, or a question about this very conversation
  "CONNECT", // connect, transfer, put through
  "PUT", // put, pass, hand: connects only with more words
  "PUTTHROUGH", // put me through to: only people are put through to
  "HANDOVER", // hand over, handoff
  "ESCALATE",
  "FIND", // find, bring
  "GIVE", // give me, get me, find me
  "WANT", // want, need, looking for
  "IWANT", // I'd like: "no I'd like an agent" is no refusal
  "MUST", // have to
  "LET",
  "HELP",
  "TELL", // share, tell, trust: what people will not do with a machine
  "RESOLVE", // sort, handle, explain: what people would rather do with a person
  "REFUSE", // hate, refuse, tired of
  "BE",
  "CAN",
  "KNOW",
  "DO",
  "WILL",
  "THERE",
  "AVAILABLE",
  "EXISTS", // is there, do you have
  "NOT",
  "NO", // also an answer: "no I want a human"
  "WITHOUT",
  "GLAD", // thanks for, nice to: said afterwards
  "I",
  "ME",
  "ALONG", // through, over, this chat: what is handed over, and how
  "YOU",
  "MY",
  "YOUR",
  "A",
  "THE",
  "TO",
  "WITH",
  "FROM",
  "OF",
  "AT",
  "WHO",
  "WHY",
  "HOW",
  "IF",
  "PLEASE", // please, now, asap: this is a wish
  "FILLER", // hello, and, just: changes nothing
  "ALIKE", // like, as
  "AFTER", // after, than: "better than talking to a person"
  "LOOKALIKE", // real estate agent, human resources
  "HEAD", // makes the word before it something else: agent fee
  "USELESS", // anger at the assistant or the service
  "COMMA",
  "STOP",
  "QUESTION",
  "SHOUT",
  "SCRAP", // one or two letters that mean nothing: "talk tl a human"
  "OTHER",
] as const;

export type Kind = (typeof kinds)[number];

/** Words by kind, separated by commas; an entry of several words is one token, "customer service". */
export type Vocabulary = Partial<Record<Kind, string>>;
