import { language } from "./language.ts";

export const portuguese = language({
  people:
    "human[oa]s?|pessoas?|atendentes?|agentes?|colegas?|equipes?|equipas?|time|alguem|especialistas?|consultor(?:a|es)?|representantes?|operador(?:a|es)?|tecnic[oa]s?|membros?|suporte|departamento|setor|atendimento|gerentes?|supervisor(?:a)?|responsave(?:l|is)|vendas",
  matters:
    "(?:(?:a|o) )?(?:sua|seu|tua|teu|esta|este|essa|esse) (?:solicitacao|mensagem|duvida|pergunta|caso|conversa|chat|problema|reclamacao|questao|atendimento|demanda)",
  parts: {
    SOON: "agora mesmo|agora|ja|em breve|em instantes|imediatamente|em alguns (?:minutos|instantes)|em um momento|num instante|o mais rapido possivel|logo|o quanto antes|diretamente",
    HIM: "(?:-(?:lo|la|los|las|te|o|a|lhe|vos))?",
    CONTACT: "em conta(?:c)?to",
    INF: "(?:conecta|conectar|transferi|transferir|liga|ligar)HIM|(?:encaminha|encaminhar|direciona|direcionar|passa|passar|redireciona|redirecionar)HIM…PEOPLE|(?:coloca|colocar|po|por)HIM…CONTACT",
  },
  adverbs: "SOON|tambem|entao|te|lhe|o|a|os|as|voce|ele",
  facts: [
    "(?:ja )?(?:encaminhei|transferi|enviei|passei|repassei|reencaminhei|escalei) (?:MATTER|isso|isto)…PEOPLE",
    "(?:ja )?(?:avisei|notifiquei|informei|contatei|contactei|acionei|alertei)…PEOPLE",
    "(?:abri|criei) (?:um|o) (?:\\w+ )?(?:ticket|chamado)",
    "(?:estou|estamos) (?:a )?(?:conectando|transferindo|encaminhando|passando|colocando|chamando|acionando|transferir|conectar|encaminhar)HIM…(?:PEOPLE|voce|CONTACT|SOON|$|[.!,])",
    "(?:voce|o senhor|a senhora) esta sendo (?:transferid|conectad|encaminhad|direcionad|atendid)[oa]",
    "MATTER (?:foi|esta sendo|esta a ser) (?:escalad[oa]|(?:encaminhad|transferid|enviad|repassad)[oa]…PEOPLE)",
    "PEOPLE (?:foi|foram|ja foi|ja foram) (?:avisad|notificad|informad|acionad|alertad)[oa]s?",
    "PEOPLE (?:ja )?esta a caminho",
    "enquanto (?:eu )?(?:transfiro|conecto|encaminho|passo|coloco|ligo)",
    "(?<=^|[,;:.!–—-] |[,;:.!–—-])(?:conectando|transferindo) (?:voce|com|para|agora)",
  ],
  announcements: [
    "(?:vou|vamos|irei|iremos|deixe-me|deixa eu|deixe eu|permita-me|preciso|tenho que|tenho de) (?:INF)",
    "(?:(?:te|lhe) (?:conecto|transfiro)|(?:conecto|transfiro|ligo|conectarei|transferirei)(?:-(?:o|a|te|lhe)| voce))",
    "(?:(?:te|lhe) )?(?:passo|encaminho|direciono|coloco|encaminharei|passarei)(?:-(?:o|a|te|lhe))?(?: voce)?…(?:PEOPLE|CONTACT)",
    "(?:vou|irei|vamos) (?:encaminhar|transferir|enviar|passar|repassar|reencaminhar|escalar) (?:MATTER|isso|isto)…PEOPLE",
    "(?:vou|irei|vamos|deixe-me|deixa eu) (?:chamar|avisar|notificar|informar|contatar|contactar|acionar|pedir|falar com|perguntar|consultar|buscar)…PEOPLE",
    "(?:voce|o senhor|a senhora) (?:sera|vai ser) (?:transferid|conectad|encaminhad|direcionad|atendid|contatad|contactad)[oa]",
    "sera (?:transferid|conectad|encaminhad|atendid|contatad|contactad)[oa] (?:a|ao|para|com|por)…PEOPLE",
    "MATTER sera (?:encaminhad|transferid|enviad)[oa]",
    "PEOPLE…(?:entrara|entrarao|vai entrar|vao entrar|ira entrar|irao entrar) CONTACT",
    "PEOPLE…(?:vai|vao|ira|irao) (?:atender|contatar|contactar|ajudar|responder|assumir|falar com|ligar)HIM",
    "PEOPLE…(?:(?:te|lhe|o|a) )?(?:respondera|responderao|atendera|atenderao|assumira|contatara|contactara|ajudara)",
  ],
  offers:
    "(?:se |caso|quando|assim que|depois que|apos|antes de|quer que|queres que|quer |gostaria|deseja|prefere|posso|devo|clique|clica|carregue|aperte|toque|escreva|escreve|diga|diz|me avise|avise|informe|basta|e so).*",
  things: "aplicativo|app|site|wifi|rede|paginas?|conta|guia|documentacao|formulario|link|loja",
  conditions:
    "(?<!\\b(?:verificar|ver|saber|sabe|confirmar|checar) )se (?:quiser|quiseres|desejar|preferir|voce|precisar|necessario|for|assim|achar)|caso (?:queira|deseje|prefira|voce|precise|necessario)|assim que (?:voce|me)|quando (?:quiser|voce)",
  negations: "nao|nunca|jamais|ninguem|nenhum|nenhuma",
});
