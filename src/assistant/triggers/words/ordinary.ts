const words = `
  aback abetted abetting abgeben abholen abkommen abort abouti abouts abres abschalten abstellen accountable
  accuser aceite acenda acender acento acercando acerco achat achats achete acheve achte achten achter
  acostumar acre acres actua actuar actuas actuel adder adentro adhere admettre admirers adonde adres advise
  advised advisee adviseer advisees adviseren advises advisory affront afgeven afresh afspreken ageing agence
  agences agenda agende agentin aggiungere agonia aguente ahead ahold aided aiden aides aient aiguien aimer
  aimerait ain aires airing aiutaci aiutarci aiutarla aiutarli aiutarlo aiutarti aiutarvi aiutatemi aiutato
  aiuterai ajoute ajudam ajudara ajudei ajudem ajudo album alder alem algorithmic algorithms algumas algunos
  alguns alien aliens alike aline alive allem although alto altre altri alugar aluno amanda amando amanha
  amano amante amasse amassed amassing amende amore amy ananda ancestor ancestral anciens ancient ancients
  anda andan andasse andassi ande anderes andern anderson andert andes anello anfanger angehen angekommen
  anger angers angestellt angestellte anhaben anhanger anhoren anker anna annexed anpassen anpassung anstand
  anstellen answerable ant antigens ants antwoordde antwoorden antwoordt antworte antworten anual anus anvers
  anwesen anwesend anywhere anywheres aonde apagar apart aparte aperte apes apesar apodo apolo aponta aponte
  aposto appease appele appelee appeles appreciable appreciated appreciates appreciative apprecie appreciee
  apre aprecio apresse aquinas arder ares argent aright arise armani arouse aroused arranged arranger
  arranges arranje arrumar arrumei artificiales artificially artificio asas ascensor asistente askew ass
  assessed assez assigned assigns assis assise assisi assista assistee assistent assistenten assistenti
  assistentie assistentin assister assistere assisti assisting assistir assistiu assists associados
  associated associative associee associes assorted assuste astro atelier atende atendendo atendeu atendo
  atentado atento atentos athens atiende atingido atout atraco atrapar atrapo atrasar atraso attendait
  attendance attendants attendent attending attendons attentat attentie attentif attentions attentive attento
  attenzione attenzioni attrition atual auftauchen auront austausch autentico authentic authorise authorize
  auto automata automate automates automatic automating automation automatons autore autorita autorite avenge
  avenue aver averle averne averse avert avery aveste avoirs avrai avuti avuto await awaited awaits ayudan
  ayudante ayudara ayudaras ayudare ayudaria ayudarla ayudarle ayudarles ayudarlo ayudarte ayudaste ayuden
  ayudenme ayudes ayudo azienda backdoor backer backhand backhanded backroom baker bakker bales balk balked
  ballen ban banda bande banded banding banger bankable bankbook banked banken bankers bankier banner banter
  bare baring barker barter baser bases basking bass bassa basse bassi bassist basso baster batch bate batem
  bates bateu batte batter bauch bauer baxter bayer beach beachten beady bean beantwoord beantwoordt
  beantworten beantwortet bearing beater beavers bebe because beccare become bedekken bedenken bedreigen
  beecher beed beetles befordert befragung befreien begeben begehen beget begetting begeven begleite
  begleiten begleitet begreifen behalte behalve behandel behandeld behandeling behandlung behave behaved
  behaves behead beheersen behold beholden behoren behulp bein beine beklimmen bekommst bekommt belden
  beleven believed believer believers believes believing belike belittle belive belle beller belles bello
  bemerken benders beneden benessere beng benommen benotigen benotigt bepalen beperken bequest berate berated
  beraten berating berco bereden bereich bereiden bereite bereiten bereitet beretta bereuen bering berufung
  besame besatzung beschreiben beschrieben besoins besorge besorgt bespeak besprechen bespreken besprochen
  besproken bessere bestand bestehen besteht besteld bestellen bestellt bester bestuur bet betaling beter
  betrayer betraying betreden betreiben betrekken betreten betrieb betruger betten betters betting bettor
  bevolen bewaar beweerde beweisen beweren bewerken bewezen bewiesen bewitch bewitched bezoek bezorg biens
  biete bike billen bing bisogna bisogni bite biter bitten bitter bittet bitty bling blod bloed blond
  bloodletting bloodline bloods bloodstream bloom bloop bloot bodywork boeing boing bold bonne bood bookcase
  bookstore boring bosco bossa boter botta botte bounder bout bow brach branche branched brancher branches
  brauchen brauchte breach breaching breaking brengt brent brig brine bringe brings brink briny brood broody
  brough brunches buca bucking buco buick bullen bunco bunker buscan buscar buscas busch busta butte butter
  butting cab cadre caer cafe cage cain cair cake cal calar cale caliente calla callan callus cam came cancan
  cancelation cancello candler cane cani canker cann canna canoeing cans canst canta cantato cante canteens
  canter canti cantilever canto canvases canvassed canvassing cap cape cappy car cara cardin cared carefree
  cares carey cari carine carl carnet carney carny caro carp carpe carr carre cars cart carte carve cas casar
  casarme casas cases caseworker cass cassa casse casser cast cat catch catched cater causar cause caused
  causes cave cellen cello cenare cenere cent centers cento centraal centrale centred centres centri centros
  cerca cercado cercano cercarlo cerdo cero cerrando cerro certo cervo cet chad chafe chai chain chaining
  chairing chairlady chairperson chairs chairwoman chan chancing chandler change changer changing chant
  chantage chante chanter chanting chao chap chappy chapter charged chargee charger charges charging chariots
  charla charme charming charring chart charter charting chas chaste chata chateau chato chats chatta chatted
  chattel chattering chatters chatty chave cheat cheating checkbook checkroom chefes chefin chefs chercher
  cherchez chiamalo chiamano chiamarti chiamata chiamate chiamati chiamato chiamava chiamiamo chick chicken
  chieda chiede chiedi chiodo chit chiudo choir chow cider ciente cigar circo clair clan clare clark clatter
  clerck clerks clienten clientes clint clive coat cold colegas collaborare collaborate collaborative
  collaborator collaborators collecte collected collecting collegata collegati collegato college colleges
  collegio colloque colocam coloco coloquei coloquem coman combater comeback comem comentar comerciais
  comerciales comercio comfortabel comfortably comincia cominciare commerciale commercials communicable
  communicated communicates communicatie communication communications communicative communicator communique
  communiste commuted commuter commuters compacting companera companeros companheiro comparer competed
  competere competes competir compiler compilers complace complacent complainant complained complainer
  complains completer compliant complique complying comporter composer composers comprador comptait comptant
  compter computadoras computadores compute computed computes comtesse comunicacao comunicaciones comunicado
  comunicato comunicazione comunicazioni comunidad comunidade comunista comunita comunque conceited concerne
  concertation concetto concierne concierto concocted concocting conde condensation condense condenser
  condensing condessa condotta condotto conducted conducting conducto conductor condutor conectado conferma
  confermare conferring confesar confessar confessare confessing confetti configure confortable confortables
  congested conhecer connectie connecties connection connections connector connectors connects conner
  consacrer conscient consciente consegne consegue conseguem consegui conseguia conseguido conseguira
  conseguiram conseguiras conseguire conseguirei conseguirem conseguiria conseguirlo conseguirte conseguiu
  conseille conseillons consented consenti consenting consentir consertar conservar conservation conserve
  conserver conserving consigli consigned consiguen consigues consiguio consiste constant constate constater
  constitue construe construir consul consulaat consular consulate consulta consultance consultancy consultar
  consulted consulter consulting consultorio consults consumer contacted contacten contactos contactpersoon
  contacts contado contador container containing contando contano contant contanten contanti contanto
  contaram contare contarme contarte contasse contaste contatos contattato contatti contenta contente
  contented contenter contentes contenti contento contents conter contessa contest contesta contestame
  contestar contested contestes contesting contesto contests contexte contexto contract contracted contracten
  contracting contractor contracts contraste contrasting contratar contrato contratti contratto contre
  contrite contro convencer convenes convening converge converged converging conversacion conversant
  conversas conversational conversations conversazione conversazioni conversed conversei conversely
  conversion conversions conversou converted converter converters converti converting convertir converts
  conveying convicted convicting convierta convierte convulse convulsing cooking coping core corker corporate
  corporeal correcta correctable correcte corrected correcting corresponde corresponded corresponds corretta
  corrisponde costato costumam costumbre costume costumed costumes cot cotta couch cour couverte covering cow
  coworkers crane creaking creditable creditcard cried crying cuan cuero cuestion cunt cure customary
  customers cut cutting dales dallo damme damnable danger danker dankeschon danner dare darmi dateci datei
  dater dave deader deben decepcao decepcion deception decidere deck deden deed deeds defending defer dejando
  dell della dells demanda demandant demanded demandee demandent demander demandes demands demean demeaning
  denk denke denle dense dent dente dentro depending deriva derive derived desea desee deseja desejos deseos
  desidera desiderato desideri desiderio desierto desir desired desires desirs desks desto detta dialogue
  dialogues digested digitale digitali digitalis dillo dimmi dinner dipendenti dipendenza direccion
  direcciones direcoes directa directes directeurs direction directional directions directo directora
  directores directors directory directs direkten direktor diretor diretora diretores direzione dirige
  dirigee dirigen dirigere dirigir disaster discover discus discusion discussao discussie discussione
  discussions discusso discuterne discutir disk diskussion disposta disputed disputes dissected ditemi dive
  diverted diving doces dode doet dollen domande domando domme dona donder dong donker donnas donnee donnera
  donnes donnie donny dono donut doorgeven doorstep doorzoek doping dossiers dosso dost dot doute downer
  downloadable draad draagt draai draak drag drang dress dried drives drying ducking duello dunne dunner dusk
  each eases easter eater eben echange echanges echapper echen eches echoes eden eet elation elige elite
  ellen ello elsewhere elsewheres emane ember embers emettre empezado empleados emploie employed employer
  employers employes employeur employeurs employs empolgado empregada empregado encantada encantar encarando
  encargara encargare encargate encerrado encontra encontraba encontrada encontrado encontram encontrara
  encontraram encontraran encontrarao encontraras encontrare encontrarei encontrarem encontraria encontrarla
  encontrarle encontrarlo encontrarme encontraron encontrarse encontrarte encontre encontrei encontrem
  encontros encontrou encostar enige enter entra entram entran entrap entrara entrare entras entre entrer
  entres entro envia envied enviei envien envies envio envoie envoye envoyer envoyes equine equip equipa
  equipee equipes equipos equips erden erom erreicht escada escalade escalates escalating escalator escalera
  escaleras escapa escapade escapades escapar escapaste escape escapees escola escolar escolher especialistas
  espere essai essais essay essayer essays esser esserci esserle essermi esserne essersi esserti esservi
  estais esto estos estres eures evento ewige executie executif executing execution executives executivo
  exert exiger exile exito expect expected experta experte expertly experto expertos experts export exported
  exporter factual fala falam falara falas falhar falk fallar faltar fan fare farne fass fasse fatevi father
  fatte favorable feed feeds feelgood feite feiten feller femmes ferait feria ferme ferne feront fetta fieber
  fiero filed filename files filet firsthand fisico fitch five flash fles fleshy fletch flood flounder flush
  foglio folar fold fonde fonder font fora fordern fordert forefront foreperson foresta foretell forewarned
  forget forgetting forgive forgiven forgives formando forme formuler formulier forsake forsaking fortress
  forwards fotta founded four foute frais freakish freckling freewill freezing fresh fretting fried frisking
  frog froh fronte frontpage fronts frost frying fuckhead funcionado funcionando funcionar funcionara
  funcionarios funzionando funzionano funzionare funzionato fut gaben gales gamme gant gants garante gare
  gases gasse gassed gasser gassing gather gave gaven geant gebe gebed gebet gee geest gegen geh gehen geht
  gek gekommen gelben gem gen genant gene genen genie genre gentis gentle gentlemanly gentlemen gentlemens
  gentlewoman gents gerannt gerat gerate gere geree gerson gesprache geste gestionnaires gestire gesto
  gestort gesture getan getaway getreten gets getta giove girati git giveaway given giver gives gold gomme
  gonne goodwill gosta gostaram gostariam gott graad graaf graan grant grato greats greet greta grotta guess
  guestbook guests guidando guitarra gunst gustara gutting haatte habe habiar habla hablan hablara hablare
  hablarles hablarme hablaron hablarte hablas hablaste haceis haggling hairline hale halen hales halfling
  hallar halte halve haman hambre han handbook hande handel handen handig handlers handles handlung handsome
  handsomer handstand hanged hanger hanging hangover hangovers hanker hanna hanover hants haply hardcover
  harding hare harpy harte hasen hass hassling haste hatch hatched hater hatten hatter hattet hause hauser
  haute haven haver haves haze hazte headcase headfirst headline headphone heady heal heap heaped heaping
  heave heben hechten heden heed heeded heep hel held helden hele helen helft hell heller helm helper
  helpings helpless helps helsing heman heres herve heupen heure heus hielp hielpen hierdoor hierin hierover
  hiervoor hike hilf hippy hither hitte hive hobos hoed hoeing hoever hog hohen hohlen holden holdover holds
  holed holes holey holing holt holy holz hombres hombro home homebody homer homes homey homie homing hommes
  hon hond hone honing hoo hood hooking hopen hopping hoppy hor horen hosen hosing hot hou houd hour house
  howe howl hoy hueco huelo huesos huevo humane humankind hut hutte ideais ideale ideales iemands ilegar
  impasse impegnato imperador imperatore impersonal impiccato impiegati impossible impress improper
  inappropriate incapable incarico incarne incase incasinato inchange income incontrare incontrarmi
  incontrato incontro incorrect indeed independente indiens indifferent indipendente indirect indirecte
  indirectly individu individually individuals individuel individuels individuo individuos individus indizio
  indoor indosso ineens inexperienced infants infomercial infraction ingenue ingesting ingestort inhalen
  inhales inhere inhuman inhumane inizio inline input inquest insert insider insiste insisto insists install
  instep intake intanto integration inteligente intelligences intelligente intelligenti intelligently
  intelligents intencion intendo intenso intent intenta intentado intentalo intentan intentarlo intentas
  intente intents interacted interactif interactions interactive interacts intercepted interception
  interdiction interdire interdit interes intereses interesse interessee interessen interesser interesses
  interests interface interject interlocuteurs interne internet intersect intersection interventions
  intervento intime inventado inventando inventar invente invented inventei invento invents investor invoices
  irate irgendwann irgendwas irgendwer irgendwie irgendwo irresponsavel irresponsible iscrew islanders isoles
  isqueiro israel israele israeli istinto isto itens jan jeden jello jensen jet jetting jive jiving jour jude
  julie justa justin jutting kanker kant kassa kasse kater keller kelp ketch ketting kinda klient kneed knot
  kochten komme konne kont kontakte kontaktiert kreng krieg kriegen krieger krieges kriegt krijger krijgt
  krijt kwetsen ladylike lake lan landed landers landing langer lasse lasso latch latched later lather latte
  leach leaded leaden leaders leadin leale leander leaner lease leaver leben lebend lebende lebendig leber
  lebte lebten leden leeds leende legend legende legte leiden leider leidet leihen leine leise leiser leiste
  leisten leito lemand lembre lembro lender lente lento lerne lesen leste lester letch letten letter lettre
  leuten leve leven levenden levens lever leverde liar lice lidar lider lie liebe lieben liebes lieder liee
  liens lieten lieve lieverd lifeblood lifelike lifeline lifetime ligam liguei likeable liked likes liking
  limber lime lingue lining linke lire lite liter lived liven liver lives livre loader lobos localizado
  localize localized localizer locking loiter looksmart looming looping loosing looting lot lotta loveable
  lovesick loving low luke macchia macchie machetes machina machinery machinist machte machten madame made
  mae mager makeover males malkin manage managed manages manca mandam mandami mandan mandar mandare mandarei
  mandarmi mandat mandate mandated mandates mandato mandei mandem manden mandi mando mandy mane manga mange
  mangel mangers manha mani mania manier manna manne manner mano manta manter manuale manuals manuel marching
  mare maschere maschile maschinen masculine masked masking mass massa massagers masse massed massing match
  matched matching mater mather matta matte mauser mazda meal mean measles med medias mee meewerken meg mel
  melanger meleager mem membres membri membros memento men menagers menen mengen mensa menschlich menta mente
  mentirmi mento mentre merecen merecer messen mestre mestres meta metallo metendo metere methought metiers
  metre metres mette metterai metterci mettere metterei metteremo metterla metterli metterlo mettersi
  metterti mettetevi metti mettici mettiti mettle metto mettra meuse mie miembros mike mitte mocht moe
  moindre mold monde mont moping moreover mosso mostro mould moveable moveis mow mucking muero mulder muller
  munger musher musica mythe namesake nan nanna nappy nat natch natte nave neal neben necesidad necesita
  necesitaba necesitabamos necesitabas necesitan necesitar necesitara necesitaras necesitare necesitaremos
  necesite necesites necessita necessite necessity needn needy neef neem neen neer nello nerd nerds nerve
  nestor net netter netting neven nieta nietwaar nike nod nodige nog nom nombre nomme nonna nonne nosso
  nostro nota note notig noto notre nov nowheres nowthe nut occupo ocupa officers offices officier offrant
  offrent ofrecen ofrecer old olease olive ombre ondersteunen ont operacoes operate operated operates
  operatic operatie operaties operation operations operative operatoria opnamen ordenado ordinateurs oriental
  oriente oriented orientee orientes ouch outed outre overcharge overcome overdoes overdone overdrawn
  overdreven overgedragen overgeven overhand overhead overleden overleven overlevende overlook overlooked
  overlooking overmorgen overpass overqualified overreaching overreden overstep overstuur overtake overtaken
  overthink overtime overtired overturn overwegen overwork owned owners paar paces pads paese paesi pagar
  pagarme pagas pages pais paises paler pales pals pan panda panna pans pant pants papas pappy paraat parar
  paras parched pare paren pares parier parker parlance parlargli parlarle parlarmi parlarti parlarvi parlate
  parlera parlerai parlero parles parley parlez parlor parse parsed parser parson partagent partis pasaje
  pasan pasara pasaran pasare pasear paseo pasha paso pasos passable passage passagem passam passara passaram
  passarei passaria passaro passaros passate passati passato passbook passear passee passei passel passen
  passera passerai passero passes passie passif passos passou passover passt passte past pasta pastas paste
  pasted pasti pasting pasto pastrami pasts pat patas patches patchwork patchy pater path patting pausa pause
  paused pauses pausing paws payes pays pazes peach pearson pease peed peek perante perco perdon perdona
  perdonar perdonen persen perso personable personage personaje personale personales personali personalidad
  personalidade personalita personalized personals personel personify personnage personnel personnels pesar
  pessoais pessoal pet petting phases phat phoned phones phoney phony physically physicals physician
  physiques pierson pike piraat piraten pisar pisser pissing pit pitch pitched pith pitting plaat plana
  plastica platen pleased pleaser pleases pleite pleiten pme poke polen pollen polso pomme ponce pone ponerle
  ponerse ponerte ponga ponganse pongas pongase ponho ponia ponla ponle ponta ponte popsicle porker poses
  posibles posse possiate possibili possibles possiede pot potting pouch pounder poursuite pouso pout povo
  pow praise prasident prata praticar prato pratt preach preaching precedent precio precios precioso precis
  precisam precisao precisar precisara precisaremos precisaria precisas precisavam precisavamos precise
  precisi precisou preek prefeito preferable preferem preferer preferido preferir preferiresti preferiria
  preferisce preferisci preferite preferiti preferito preferred preferring prefers prefiere prefieres preis
  premere premiere premiers prendendo prendero presa presas prese presento presi presided presidence
  presidency presidenta presidente presidents presides presiding presiento preso presos pressa presse presso
  pretence pretend pretende pretended pretender pretendes pretendia pretendre pretends pretense prever
  previent preys pried priss privo probeert probier procura procure procurou programa programm programme
  programs prom promo prone propel propor propre prosper pross prouver prova prove provi provocare provou
  prying pub punt punting pup puss puts putt puttering putz quack qualcuna quedamos quedaremos quedo queira
  quelque quelques quemo quer queramos quere queres queriam queriamos querian querias querida queridos querra
  querria query queso quest questionable questionar questione questioned questioni questions quickstep
  quienes quiera quieran quiere quieto quirk quiseram quisermos quisieras rach raden raggiunge raider raised
  raiser raises rales ran ranger rant rants rappresentare rare rasen rasse ratcher raten rater rathe rato
  ratte rauch rauche rave reachable reacquired react reacting reaction reactions reader readjust reads
  readying reagi reaktion realer realest realm realms reals reams reap rear rears reati rebel recaption
  receding receptionists receptions receptive receptor recession rechte rechten rechter recollect recolter
  reconhece reconheci reconheco reconnected recordings recreation recupero recurring redaction redden reddy
  redemption redencao reder redes redet redirection redirects redonner reduire reed reeds reedy reefer
  reelles refeicao refem refere reference referenced references referring refers refiero refiro reforming
  regal regale regali regeln regels regelt regen regle regrouped regulation regulations rehashing rehen reich
  reis reise reiten reiter reitet rejection rejoindre reken relacion relaciones relais relatief relaties
  relatifs relating relational relationships relative relatives relaxation relazione relazioni reles religion
  religions reloading relocation rely remand reminder remis remonte remontee remontent renal renoncer rente
  renter rentre repaired repandue repay repel replay repli repondent reponses reported reporter reporting
  repose reposted reprendre representa representaient representait representam representando representants
  representar representatif representation representations representent representing requests requiere
  requiert requires requise resale rescuing resection resident resorted resorting resoudre respeita respinta
  responde responded responden responder responders respondeu respondi respondio responds responsabili
  responsabilite responsables responsaveis responsibly responsive respostas respuestas restore restou retch
  retching retta retter reuse revel revelation revelations revendre rever reverence reverent revolted
  rewarding reworking richiamo richiede richiesto richtig richtiges richting rider rigel ringleader rise
  rispetta risponde rispondete rispondi rispondo risposte risposto roach robes robs rojos rollen rom roman
  ronde root rooted roots roper roping rosso rostro rot rote rotos rotta rotte rotted roubos rouge rough
  roule roundabout rounder rounders rouse roused rousted rout router routes row ruote rutting sabes sables
  safes sages saida sakes salas sale salee salem salen saleslady salespeople saleswoman salles salts san
  sanded sanders sanding sanger sappy sass sassing sasso save saves savoir scala scalar scale scales scan
  scant scare schaatsen schadel schaffen schalte schalter schat schatten schatzen scheck scheduled schedules
  scheiden scheinen schenken schicke schickst schickt schickte schickten schieben schieten schijnen schijten
  schilden schinken schlafen schlagen schlucken schmecken schneiden schock schoften schrecken schreibst
  schreibt schreien schreiner schrieben schrikken schulden schulter schultern schurken schweigen scontato
  seal secreta seed seeded seeds seek seite seiten sell seller sello sembro sente sento sere serge seria
  serie serre serta serva served servem server serves serviceable serviced servicing servicios servicos
  servido servile servindo servings servir servire serviria servisse servito serviu servizi servo setta
  setter setting seven shatter shave shell shithead shone show sickroom siens sigo sigue sith skell sleek
  smeek smell smetta smoke sneak sneaking sneed snell snitch snitched snot sold soles solicit solicited
  solicitor solicitors solicitous solicitud solidite sollicite sombre someones someplace sometime somewhat
  somewhere somewheres somme sonde sonha sonne sont soporto sopporto sorta souhait souhaitent sounder sour
  spake spanking sparking spass spasso speaks spear speciales speciali specialise specialised specialisee
  specialisees specialises specialiste specialistes specialite specialites speciality specialize specializes
  specials speck speeches speed speeding speel speer spell spellen spelling spending spielchen spike spokes
  spooking spore sprache sprachen sprak spraken spraying spreading sprecher sprecht spree spreekt sprees
  sprekend sprengen spreuk staffs stalk stalked stalking stall steak steal steek steel steelt stehlen stel
  stelen stella stelle stellst stellte stellten stelt stiff stitch stitched stoff stoke storefront storeroom
  straightaway straightforward strait streamline streek stuff stupida stuurt succes successa successe
  successo sucking suero summons superare superieure superieures superieurs superiores superiori supermom
  superstore supervise supervised supervises supervision supervisory suporta suporto suppongo supporte
  supported supporter supports survie swales swatch swatches swell swerve switcher switches swollen systeem
  systeme systems taak tack tacked takeaway takeovers takin talc tale tales talker talkie talks talky talla
  taller tally tals tan tanager tank tanked tanker tanking tanna tant tanto tao tartar tasked tasking tasse
  tasso tater tatsachlich teach teaching teamwork technically techniciens techniek techniques tecnicas
  tecnici tecnicos teens telefoniert telfer telle tellen tellers telles tenda tender tendo teniendo tens
  tenso tent tenta tentacao tentado tente tenter tenth tentou tents tenuto tering teruggeven terugkrijgen
  testando testardo testo teto tetto texto thataway thave theatres theme thereabouts therefor therein thereof
  thereto theseus thing thorough thought throughput tied tien tienda tieni tient tiers ties tiller timeline
  tines ting tio tions tirato tiring tive tizi toasted toasting tocan tocarme toccare tochter tod toe
  toegeven toehold told tolerant tollen toller tom toman tomando tomem tonne tonto toonde topless tor torace
  torch tot totaled totaling totalled totalling totally toto touche touchy tough touring tous toute touted
  tov tow tox toy toying traag traere traerme trago trajo trancher transferable transference transfers
  transfert transferts transform transforma transforme transformed transformee transformer transforming
  transfuse transmet transmitted transmitter transpire transpired transverse traseira trasferirsi trasferiti
  trata tratam tratan tratare tratas trate traten tratos tratou tratto traume treat treden treed trens tres
  tress triad trier tries trig trina trink trouper trouser trouve trouvee trouvera trovai trovarmi trovati
  trovo tucking turnabout turnover tut twant twitch twitched two tying ubergabe uberleben uberlebt uberlegen
  uberlegt uberreden ubersehen uganda umgeben umore unassisted unconnected undemanding understandable uneven
  unhappy unheeded uninterested unlike unreal unterhaltung unterstutzen untried unwanted upfront uphold
  upscale upwith ureter usa usable usages usan usano uscirne username users uturn vais vales vande varie
  varies vases vassar vasser vater veal veces vechten vechter vegetable veinte venas vence vencedor vencedora
  vende vendemos vendendo vengas venite venne vent venta vented ventes venti ventje vento ventos ventral
  ventre vents venue venute verandern verantwoordelijk verantwortlich verband verbannen verbiage verbinding
  verbindt verbindung verboden verbond verbonden verbranden verbringen verdadeiras verdadeiros verdaderos
  verdiende verdragen vereinen vergangen verhindern verhindert veria verifiable veritables verlangen
  verlangens verlangt verlasse vermijden verne verrader verraders verte vertegenwoordig vertegenwoordigen
  vertegenwoordigt vervangen vervanger verve verwandeln verwandelt verwenden verwendet verwundet verzetten
  verzinnen verzonden veste vet vete vette vices vinte virtuel visant vive vivent vivente vizio vochten
  voglia vogliano vogliate vogliono voices voies voire voles vollen vont voorin voorstellen vorbei vorrai
  vostre votare vote voter votes vou vouch voudrait vow vozes vraag waardoor waarin waarover waarvoor wafted
  wafts waited waits wales walk walked walking walt wand wanda wande wanders wands wane waned wanes wang
  wanker wann wannabe wanne wantonly ware warne wart warts wasser wasted watch watched water watt watts wave
  weed weeded weeds wehen weisen weite weiten weitergehen weiterleben weken wellbeing wellen weller wenen
  wensen werde weren werkelijk werker wessen westen wet weten wetter wetting wezen whee whelp whereabout
  whereas wherein whereof wholesome whomever whore whores wichtige wichtigen wichtiger wide wider width wiens
  wild wilden wilder wilds wille willen willis wint wirklich wirkliche witch withering withhold within
  withstand wits witte witty witz wolken wolle wollten wolven womankind womans women woolen woran wordpress
  wordsmith workable workbook worked workplace workroom world wormer worser worter wouldn wound wreaking
  wring wunde wunsch wunschen wunscht wunschte wurd wurden wurdet yan yappy yeller yelped yelping yet yorker
  yorkers yourn yous zanger zeal zegel zeiten zellen zeven zevende ziens zochten zonde
`;

/**
 * Words that look like misspellings of what the detector seeks, but are right as they are: nobody who writes "walk"
 * means "talk". Gathered from word lists by tests/eval/ordinary-words.ts; more may be added by hand.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
