import type { Language } from "./languages.ts";

/** What people wrap a question in, and what they say beside one: found everywhere, and about nothing. */
export const filler: Record<Language, string> = {
  en: `hello hi hey dear good morning evening please thanks thank thx ok okay yes no yeah sure great nice cool fine bye
    goodbye tell know want need like would wondering wonder question ask asking help get got also too many much long
    possible anything something someone anyone just really one let lets see well`,
  de: `hallo hi hey guten tag morgen abend bitte danke dankeschön vielen dank ok okay ja nein super toll prima klar
    tschüss sagen wissen möchte möchten würde gern gerne brauche frage fragen hilfe helfen hilft geholfen lange eigentlich mal gibt
    geht möglich jemand etwas bekomme bekommen was darf`,
  fr: `bonjour bonsoir salut svp plaît merci beaucoup ok oui non super parfait bien revoir voudrais veux souhaite
    souhaiterais savoir dire besoin question demander aide aider combien longtemps comment quand où pourquoi peux peut
    puis possible faire fait aussi avoir est ce que y a-t-il quelle quel faut chose`,
  es: `hola buenos buenas tardes noches favor gracias muchas vale ok sí no perfecto genial adiós quiero quisiera querría
    gustaría saber decir decirme necesito pregunta preguntar ayuda ayudar puedo puede cuánto cuánta mucho posible hay
    tengo tienen hacer`,
  pt: `olá oi bom boa dia tarde noite favor obrigado obrigada ok sim não perfeito ótimo tchau quero queria gostaria saber
    dizer preciso pergunta perguntar ajuda ajudar posso pode podem quanto quanta tempo onde possível existe há tenho fazer
    vocês`,
  it: `ciao salve buongiorno buonasera prego favore grazie mille ok sì no perfetto ottimo bene vorrei voglio sapere dire
    bisogno domanda chiedere aiuto aiutare posso può potete quanto quanta tempo dove quando possibile esiste fare ho`,
  nl: `hallo hoi hey goedemorgen goedemiddag goedenavond dag alstublieft graag bedankt dank ok oké ja nee prima top fijn
    doei wil willen weten zeggen nodig vraag vragen hulp helpen kan kunt kun lang waar wanneer waarom hoeveel mogelijk
    krijg krijgen mag moet`,
};
