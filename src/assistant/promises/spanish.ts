import { language } from "./language.ts";

export const spanish = language({
  people:
    "human[oa]s?|personas?|agentes?|asesor(?:a|es|as)?|companer[oa]s?|colegas?|equipo|alguien|representantes?|especialistas?|expert[oa]s?|operador(?:a|es)?|tecnic[oa]s?|miembros?|soporte|departamento|atencion al cliente|ejecutiv[oa]s?|encargad[oa]|responsable|supervisor(?:a)?|comercial|ventas",
  matters:
    "(?:tu|su|esta|este|la|el|vuestra) (?:solicitud|consulta|caso|mensaje|pregunta|conversacion|chat|peticion|problema|queja|reclamacion|incidencia|informacion)",
  parts: {
    YOU: "te|le|lo|la|os|les",
    SOON: "ahora mismo|ahora|enseguida|en seguida|en breve|pronto|inmediatamente|de inmediato|en un momento|en unos (?:minutos|instantes)|lo antes posible|cuanto antes|ya|directamente",
    CONTACT: "en (?:contacto|comunicacion|linea)",
    INF: "(?:conectar|comunicar|transferir|derivar)(?:te|le|lo|la|os|les)|poner(?:te|le|lo|la|os) CONTACT|pasar(?:te|le|lo|la|os)…PEOPLE|redirigir(?:te|le|lo|la)…PEOPLE",
  },
  adverbs: "SOON|tambien|gustosamente|con gusto|mismo",
  facts: [
    "(?:he|hemos) (?:transferido|enviado|pasado|derivado|escalado|reenviado|trasladado|remitido|compartido)…PEOPLE",
    "(?:he|hemos) (?:notificado|avisado|informado|contactado|alertado|preguntado)…PEOPLE",
    "(?:he|hemos) (?:creado|abierto) (?:MATTER|(?:un|tu|su) (?:ticket|caso|incidencia))",
    "(?:(?:YOU) )?estoy (?:conectando|transfiriendo|comunicando|poniendo|pasando|derivando)(?:te|le|lo|la)?",
    "(?:esta|estas) siendo (?:transferid|conectad|derivad|atendid)[oa]",
    "ya (?:esta|estas) (?:conectad|hablando)[oa]?…PEOPLE",
    "MATTER (?:ha sido|fue|esta siendo) (?:(?:derivad|escalad)[oa]|(?:transferid|enviad|remitid|trasladad|pasad)[oa]…PEOPLE)",
    "PEOPLE (?:ha|han|ya ha|ya han) sido (?:informad|avisad|notificad|alertad)[oa]s?",
    "PEOPLE (?:ya )?(?:viene|esta) (?:en camino|de camino)",
    "mientras (?:YOU) (?:conecto|transfiero|paso|comunico|pongo|derivo)",
    "(?<=^|[,;:.!–—-] |[,;:.!–—-])(?:conectando|transfiriendo)(?:te|le|lo|la)?…(?:PEOPLE|$)",
  ],
  announcements: [
    "(?:YOU) (?:conecto|transfiero|derivo|conectare|transferire|derivare)(?! (?:el|los|las|un|una|este|esta)\\b)",
    "(?:YOU) (?:comunico|comunicare|paso|pasare|redirijo|remito|dirijo|dejo|enlazo)…PEOPLE",
    "(?:YOU) (?:pongo|pondre|pondremos) CONTACT",
    "(?:voy a|vamos a|debo|tengo que|permiteme|permitame|dejame|dejeme|procedo a) (?:INF)",
    "(?:YOU) (?:voy a|vamos a) (?:(?:conectar|transferir|derivar|comunicar)|poner CONTACT|pasar…PEOPLE)",
    "(?:transfiero|paso|envio|derivo|escalo|remito|reenvio|traslado|voy a (?:transferir|pasar|enviar|derivar|escalar|trasladar|reenviar)) (?:MATTER|esto)…PEOPLE",
    "(?:aviso|notifico|informo|contacto|llamo|consulto|pregunto|pedire|avisare|informare|consultare|contactare|(?:voy a|dejame|permiteme) (?:avisar|notificar|informar|contactar|llamar|consultar|preguntar|buscar|pedir)) (?:a|al|con|que)?…PEOPLE",
    "(?:sera|seras|seran) (?:transferid|conectad|derivad|atendid|contactad)[oa]…PEOPLE",
    "MATTER sera (?:transferid|enviad|derivad|escalad)[oa]",
    "PEOPLE…se (?:pondra|pondran|comunicara|comunicaran|unira|uniran)",
    "PEOPLE…(?:YOU) (?:contactara|contactaran|atendera|atenderan|respondera|responderan|llamara|escribira|ayudara|asistira)",
    "PEOPLE…(?:va|van) a (?:contactar|atender|responder|ayudar|llamar|unirse|ponerse)(?:te|le|lo|la)?",
    "PEOPLE…(?:tomara|tomaran) (?:el relevo|el control|MATTER)",
  ],
  offers:
    "(?:si (?!,)|cuando|en cuanto|una vez que|quieres|quiere|desea|deseas|te gustaria|le gustaria|prefiere|prefieres|puedo|podria|despues de|antes de|pulsa|pulse|haz clic|haga clic|escribe|escriba|dime|digame|avisame|aviseme|indicame|indiqueme|dame|deme|basta con).*",
  things: "aplicacion|app|sitio|wifi|red|paginas?|cuenta|guia|documentacion|formulario|enlace|tienda",
  conditions:
    "(?<!\\b(?:verificar|comprobar|ver|saber|sabe|confirmar|revisar) )si (?:quieres|quiere|lo|asi|prefieres?|necesitas?|hace|es|te|le|deseas?|gustas?)|cuando (?:quieras|quiera|me)|en cuanto (?:me|te|lo)|una vez que",
  negations: "no|nunca|jamas|nadie|ningun|ninguna",
});
