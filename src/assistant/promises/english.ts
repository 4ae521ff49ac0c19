import { language } from "./language.ts";

export const english = language({
  people:
    "humans?|persons?|people|agents?|representatives?|reps?|specialists?|experts?|advis[eo]rs?|colleagues?|teammates?|teams?|staff|someone|somebody|managers?|supervisors?|support|departments?|associates?|operators?|employees?|consultants?|technicians?|customer service|sales|billing",
  matters:
    "(?:all )?(?:of )?your (?:\\w+ )?(?:request|question|message|case|chat|conversation|details|issue|inquiry|enquiry|ticket|concern|query|information|problem|matter|call|complaint)",
  parts: {
    /** An article and what may stand before people: "one of our senior". */
    DET: "(?:(?:a|an|the|our|my|your|another|one of (?:our|the)|a member of (?:our|the)) )?[\\w' -]{0,14}?\\b",
    YOURS: "(?:this|that|it|you|MATTER)",
    TO: "i'll|i will|i shall|we'll|we will|let me|let us|let's|allow me to|i'm going to|i am going to|we're going to|i'm about to|i am about to|i need to|i have to|i must|i'll need to|i'll have to|i will need to|i will have to",
    ING: "i'm|i am|we're|we are|now|currently",
    ED: "i've|i have|we've|we have|i just|i already",
    SOON: "shortly|soon|right away|in a moment|in just a moment|momentarily|as soon as possible|asap|now|immediately|directly|in a minute|in a few minutes",
    COME: "(?:be )?(?:contact|contacting|call you|email you|e-mail you|message you|write to you|reach out|reaching out|get back to|getting back to|get in touch|in touch|in contact|with you|right with you|reply to you|respond to you|follow up with you|take over|take it from here|join(?:ing)? (?:you|us|this|the)|assist you SOON|help you SOON|assisting you|here SOON)",
  },
  adverbs:
    "now|just|gladly|happily|immediately|quickly|then|also|already|right away|right now|go ahead and|directly|personally|soon|shortly",
  facts: [
    "(?:ING) (?:connecting|transferring|escalating) (?:YOURS)",
    "(?:ING) (?:putting|patching) you (?:through|in touch|in contact)",
    "(?:ING) (?:handing|passing|forwarding|sending|routing|referring|redirecting) YOURS…PEOPLE",
    "(?:ING) (?:getting|finding|bringing|calling|looping|pulling|notifying|informing|alerting|contacting|asking|reaching out to|checking with) (?:you )?(?:in )?DET(?:PEOPLE)",
    "ED (?:connected|transferred|escalated) YOURS",
    "ED (?:handed|passed|forwarded|sent|routed|referred|redirected|submitted|shared|flagged) YOURS…PEOPLE",
    "ED (?:notified|informed|alerted|contacted|asked|messaged|called|paged|told) DET(?:PEOPLE)",
    "ED (?:created|opened|raised|filed|logged|submitted) (?:MATTER|(?:a|an|this) (?:\\w+ )?(?:ticket|case|request|escalation))",
    "you(?:'re| are) (?:being )?(?:connected|transferred|put through|handed over|forwarded)",
    "you(?:'ve| have) been (?:connected|transferred|put through|handed over|forwarded)",
    "YOURS (?:has been|have been|is being|are being|was|were) (?:forwarded|passed|escalated|transferred|sent|handed|submitted|shared|routed)…PEOPLE",
    "PEOPLE (?:has|have) been (?:notified|informed|alerted|contacted|told)",
    "PEOPLE (?:is|are) (?:on (?:the|their|his|her) way|joining)",
    "while i (?:connect|transfer|hand|put|patch|escalate) YOURS",
    "while i (?:get|find|bring|call|reach|reach out to|contact|check with|loop in|notify) DET(?:PEOPLE)",
    "(?<=^|[,;:.!–—-] |[,;:.!–—-])(?:connecting|transferring) you",
    "(?<=^|[,;:.!–—-] |[,;:.!–—-])(?:handing|passing|forwarding|escalating|putting) YOURS…(?:PEOPLE|now|over|through)",
  ],
  announcements: [
    "TO (?:connect|transfer|escalate) YOURS",
    "TO (?:get|have) you (?:connected|transferred)",
    "TO (?:put|patch) you (?:through|in touch|in contact|on with)",
    "TO hand (?:you|this|it|things) (?:over|off)",
    "TO (?:hand|pass|forward|send|route|refer|redirect|submit|take|share|flag) YOURS…PEOPLE",
    "TO (?:get|find|bring|call|loop|pull|grab|fetch|notify|inform|alert|contact|page|ping|ask|tell|reach out to|check with|get in touch with|speak to|talk to|let) (?:you )?(?:in )?DET(?:PEOPLE)",
    "TO (?:create|open|raise|file|log|submit) (?:MATTER|(?:a|an|this) (?:\\w+ )?(?:ticket|case|escalation))",
    "you(?:'ll| will) be (?:connected|transferred|put through|handed over|contacted)",
    "YOURS will be (?:forwarded|passed|escalated|transferred|handed|sent|shared)…PEOPLE",
    "PEOPLE…(?:will|is going to|are going to) COME",
    "(?:will|'ll) be (?:right )?with you(?: SOON|$|[.!,])",
  ],
  offers:
    "(?:if|in case|whenever|when|once|unless|as soon as|should|after|before|until|shall i|would you|do you|may i|can i|could i|want me|want to|you can|you could|you may|please (?:tell|give|provide|share|send|let|confirm|press|click|type|write)|just (?:tell|say|ask|type|write|press|click|let)|simply|tell me|give me|let me know|send me|provide|press|click|tap|type|say|ask)\\b.*",
  things:
    "documentation|docs?|pages?|articles?|guides?|links?|forms?|plans?|apps?|accounts?|wi-?fi|networks?|vpn|servers?|sites?|websites?|portals?|resources?|faqs?|stores?|banks?|device|tools?",
  conditions:
    "(?<!\\b(?:check|checks|see|know|knows|verify|tell|confirm|sure|out|whether|ask) )if (?:you|needed|necessary|that|this|it|so)|(?:once|as soon as|when|after) you|in case you|whenever you|unless",
  negations: "not|never|no one|nobody|can't|cannot|won't",
});
