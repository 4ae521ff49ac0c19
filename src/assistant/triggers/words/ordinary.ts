const words = `
  aback abetted abetting abgeben abholen abide abkommen abort abouti abouts abres abschalten abstellen
  accountable accuser acenda acender acercando acerco achat achte achten achter acostumar acre acres actua
  actuar actuas actuel adder adentro admettre admirers adonde adres advise advised advisee adviseer advisees
  adviseren advises advisory affront afgeven afspreken agence agences agenda agende agentin aggiungere
  aguente ahead ahold aided aiden aides aids aient aiguien aime aimer aimerait ain aire aires aiutaci
  aiutarci aiutarla aiutarli aiutarlo aiutarti aiutarvi aiutatemi aiutato aiuterai ajudam ajudara ajudei
  ajudem ajudo album alder alem algorithmic algorithms algumas algunos alguns alien alike aline alive allem
  although alto altre altri alugar aluno amanda amano amassed amassing amore amy ancestor ancestral ancients
  anda andan ande anderes andern anderson andert andes anfanger angekommen anger angers angestellt
  angestellte anhaben anhanger anker anna anpassen anpassung anstand anstellen answerable ant antigens ants
  antwoordde antwoorden antwoordt antworte antworten anual anus anvers anwesen anwesend anywhere anywheres
  aonde apart aparte aperte apes apodo apolo aposto appease appele appelee appeles appreciable appreciated
  appreciates appreciative apprecie appreciee apre aprecio aquinas arder ares argent aright arise aroused
  arranged arranger arranges arranje arrumar arrumei artificiales artificially artificio asas ascensor aside
  asistente askew ass assessed assez assigned assigns assis assise assisi assista assistee assistent
  assistenten assistenti assistentie assistentin assister assistere assisti assisting assistir assistiu
  assists associados associated associative associee associes assorted assuste astro atelier atende atendendo
  atendeu atendo atentado atento atentos atiende atingido atout atrapar atrasar attendait attendance
  attendants attendent attending attendons attentat attentie attentif attentions attentive attento attenzione
  attenzioni attrition atual auftauchen austausch autentico authentic authorise authorize auto automata
  automate automates automatic automating automation automatons autore autorita autorite aver averle averne
  averse avert avery avoirs avrai avuti avuto await awaited ayudan ayudante ayudara ayudaras ayudare ayudaria
  ayudarla ayudarle ayudarles ayudarlo ayudarte ayudaste ayuden ayudenme ayudes ayudo azienda backdoor backer
  backhand backhanded backroom bake baker bakker bales balk balked ball ballen ban band banda bande banded
  banding bane bang banger bankable bankbook banked banken bankers bankier banks banky banner bano banter
  bare baring bark barker barter base baser bases basking bass bassa basse bassi bassist basso baster batch
  bate batem bates bateu bats batte batter bauch bauer baxter bayer beach beachten bead beady beam bean
  beantwoord beantwoordt beantworten beantwortet beater bebe become bedekken bedenken bedreigen beed
  befordert befragung befreien begeben beget begetting begeven begleite begleiten begleitet begreifen
  behandel behandeld behandeling behandlung behave behead beheersen behold beholden behulp bein beine
  beklimmen bekommst bekommt belden believed believer believers believes believing belike belittle belive
  belle beller belles bello bemerken benessere beng benommen benotigen benotigt beperken bequest berate
  berated beraten berating berco bereden bereiden bereiten bereitet bering berufung besame besatzung
  beschreiben beschrieben besoins besorge besorgt bespeak besprechen bespreken besprochen besproken bessere
  besta bestand bestehen besteht bestellen bestellt bester bestuur bet betaling beter betrayer betraying
  betreden betreiben betrekken betreten betruger bets betten betters betting bettor bewaar beweerde beweisen
  bewerken bewiesen bewitched bezoek bezorg biens biete bike bile bill billen bing bink bisogna bisogni bite
  biter bits bitten bitter bittet bitty blank bling blod bloed blok blond bloodletting bloodline bloods
  bloodstream bloom bloop bloot blots boas boats boda bodywork boeing boek boing bois bold bolts bonne bons
  bony boo boob bood bookcase books bookstore boom boon boos boot boots bord boring bosco bossa botas bote
  boter botes both botta botte bounder bout bouts bow bows boy boys brach branche branched brancher branches
  brauchen brauchte breach breaching breaking brengt brent brig brine bringe brings brink briny brody brood
  broody brook brough brunches buca bucking buco buick bullen bunco bunk bunker buscan buscar buscas busch
  bust busta buts butte butter butting cab cadre caer caes cafe cage cain cair cake cal cala calar cale calf
  caliente calla callan calle calls callus calm cam came cancan cancelation candler cane cani canker cann
  canna cans canse canst canta cantato cante canter canti cantilever canto canvassed canvassing cap cape
  cappy car cara cardin cared carefree cares carey cari carine carl carnet carney carny caro carp carpe carr
  carre cars cart carte carve cas casa casar casarme casas cased casei cases caseworker casey cash casi caso
  cass cassa casse casser cast caste cat catch catched cater causar cause caused causes cave cease cell
  cellen cello cenare cenere cent centers cento centraal centrale centred centres centri centros cerca
  cercado cercano cercarlo cerdo cero cerrando cerro certo cervo cesta cet ceux chad chafe chai chain
  chaining chairing chairlady chairperson chairs chairwoman chan chancing chandler change changer changing
  chant chantage chante chanter chanting chao chap chappy chapter charged chargee charger charges charging
  chariots charla charme charming charring chart charter charting chas chase chaste chata chateau chato chats
  chatta chatted chattel chattering chatters chatty chave cheat cheating checkbook checkroom chefes chefin
  chefs chem cher chercher cherchez chew chez chiamalo chiamano chiamarti chiamata chiamate chiamati chiamato
  chiamava chiamiamo chick chicken chieda chiede chiedi chief chiodo chit chiudo choir chow cider ciente
  cigar cine circo clair clan clare clark clase clatter clef clerck clerks clienten clientes cline clint
  clive clove coat cold colegas collaborare collaborate collaborative collaborator collaborators collecte
  collected collecting collegata collegati collegato college colleges collegio colloque colocam coloco
  coloquei coloquem coman combater comeback comem comentar comerciais comerciales comercio comfortabel
  comfortably comincia cominciare commerciale commercials communicable communicated communicates communicatie
  communication communications communicative communicator communique communiste commuted commuter commuters
  compacting companera companeros companheiro comparer competed competere competes competir compiler
  compilers complace complacent complainant complained complainer complains completer compliant complique
  complying comporter composer composers comprador comptait comptant compter computadoras computadores
  compute computed computes comtesse comunicacao comunicaciones comunicado comunicato comunicazione
  comunicazioni comunidad comunidade comunista comunita comunque conceited concerne concertation concetto
  concierne concierto concocted concocting conde condensation condense condenser condensing condessa condotta
  condotto conducted conducting conducto conductor condutor conectado conferma confermare conferring confesar
  confessar confessare confessing confetti configure confortable confortables congested conhecer connectie
  connecties connection connections connector connectors connects conner consacrer conscient consciente
  consegne consegue conseguem consegui conseguia conseguido conseguira conseguiram conseguiras conseguire
  conseguirei conseguirem conseguiria conseguirlo conseguirte conseguiu conseille conseillons consented
  consenti consenting consentir consertar conservar conservation conserve conserver conserving consigli
  consigned consiguen consigues consiguio consiste constant constate constater constitue construe construir
  consul consulaat consular consulate consulta consultance consultancy consultar consulted consulter
  consulting consultorio consults consumer contacted contacten contactos contactpersoon contacts contado
  contador container containing contando contano contant contanten contanti contanto contaram contare
  contarme contarte contasse contaste contatos contattato contatti contenta contente contented contenter
  contentes contenti contento contents conter contessa contest contesta contestame contestar contested
  contestes contesting contesto contests contexte contexto contract contracted contracten contracting
  contractor contracts contraste contrasting contratar contrato contratti contratto contre contrite contro
  convencer convenes convening converge converged converging conversacion conversant conversas conversational
  conversations conversazione conversazioni conversed conversei conversely conversion conversions conversou
  converted converter converters converti converting convertir converts conveying convicted convicting
  convierta convierte convulse convulsing cook cooking cope coping cord core corker corporate corporeal
  correcta correctable correcte corrected correcting corresponde corresponded corresponds corretta
  corrisponde cose costato costumam costumbre costume costumed costumes cot cots cotta couch cour couverte
  cove cover covering cow coworkers crane creaking creditable creditcard cried crying cuan cuero cunt cure
  customary customers cut cutting dade dales dallo damme damnable danger danker dankeschon danner dare darmi
  dateci datei dater dave dead deader deben debt decepcao decepcion deception decidere deck deden deed deeds
  deel defending defer dejando dell della dells demanda demandant demanded demandee demandent demander
  demandes demands demean demeaning denk denke denle dense dent dente dentro depending deriva derive derived
  desea desee deseja desejos deseos desidera desiderato desideri desiderio desierto desir desired desires
  desirs desks desta desto detta deux dialogue dialogues dice digested digitale digitali digitalis dile dill
  dillo dime dimmi dine ding dinner dipendenti dipendenza direccion direcciones direcoes directa directes
  directeurs direction directional directions directo directora directores directors directory directs
  direkten direktor diretor diretora diretores direzione dirige dirigee dirigen dirigere dirigir disaster
  discover discus discusion discussao discussie discussione discussions discusso discuterne discutir disk
  diskussion disposta disputed disputes dissected ditemi dive diverted diving doces dode doet dollen dolor
  domande domando dome domme dona donder dong donker donnas donnee donnera donnes donnie donny dono donor
  donut doo dood doof doom doorgeven doors doorstep doorzoek doos dope doping dor dossiers dosso dost dot
  dots doute dove downer downloadable draad draagt draai draak drag drang dried drives drying ducking duda
  dudes dudo duds due duello duke duly dune dunne dunner dupe dure dusk dust dusty duwde each ease eases
  easter eater eben ebook echange echanges echapper echen eches echoes eden eet ehre eile elation elige elite
  ellen ello elsewhere elsewheres emane ember embers emettre empezado empleados emploie employed employer
  employers employes employeur employeurs employs empolgado empregada empregado encantada encantar encarando
  encargara encargare encargate encerrado encontra encontraba encontrada encontrado encontram encontrara
  encontraram encontraran encontrarao encontraras encontrare encontrarei encontrarem encontraria encontrarla
  encontrarle encontrarlo encontrarme encontraron encontrarse encontrarte encontre encontrei encontrem
  encontros encontrou encostar ende enige enter entra entram entran entrap entrara entrare entras entre
  entrer entres entro envia envied enviei envien envies envio envoie envoye envoyer envoyes equine equip
  equipa equipee equipes equipos equips erden ere erom erreicht esca escada escalade escalates escalating
  escalator escalera escaleras escapa escapade escapades escapar escapaste escape escapees escola escolar
  escolher especialistas espere essa essai essais essay essayer essays esser esserci esserle essermi esserne
  essersi esserti esservi estais estan estao estar este esto estos estres eta ete eures eux evento ever ewige
  executie executif executing execution executives executivo exert exiger exile exito expect expected experta
  experte expertly experto expertos experts export exported exporter factual fake fala falam falara falas
  fale falhar falk fall fallar faltar fan fand fare farne fase fass fasse fatevi father fatte favorable feed
  feeds feelgood feels feet feite feiten fell feller femmes ferait feria ferme fern ferne feront festa fetta
  fide fieber fiel fiero fife fil fila filed filename files filet fill fille film filme filo fils fing fire
  firsthand fisico fitch five fixe flash fles fleshy fletch flood flounder flush foglio folar fold fome fonde
  fonder font food fora ford fordern fordert forefront foreperson foresta forewarned forget forgetting
  forgive forme formulier forsake forsaking forwards fossa fotta founded four foute frais freakish freckling
  freewill freezing fresh fretting fried frisking frog froh fronte frontpage fronts frost frying fuckhead
  fuel funcionado funcionando funcionar funcionara funcionarios funzionando funzionano funzionare funzionato
  fut gaben gales gall gamme gand gant gants garante gare gases gasse gassed gasser gassing gather gave gaven
  geant gebe gebed gebet gebit gee geest gegen geh gehen geht gek gekommen gelben gem gen genant gene genen
  genie genre gent gentle gentlemanly gentlemen gentlemens gentlewoman gents gerannt gerat gerate gere geree
  germ gerson gesprache geste gestionnaires gestire gesto gestort gesture getan getaway gets getta geubt gill
  ging giove girati git giveaway given giver gives glove goed gold gomme gonne goo goods goodwill goody goof
  gooi gook goon goop gosta gostaram gostariam gott goud graad graaf graan grant grato greats greet greta
  grotta guess guestbook guests guidando guitarra gulp gunst gustara gutting haar haatte habe habiar habla
  hablan hablara hablare hablarles hablarme hablaron hablarte hablas hablaste haceis haggling hairline hale
  halen hales halfling hall hallar halte halve haman hambre han handbook hande handel handen handig handlers
  handles handlung hands handsome handsomer handstand handy hang hanged hanger hanging hangover hangovers
  hank hanker hanna hanover hans hants haply hard hardcover harding hare harpy harte hasen hass hassling
  haste hatch hatched hater hatten hatter hattet hause hauser haute haven haver haves haze hazte headcase
  headfirst headline headphone heady heal heap heaped heaping heave heben hebt hechten heden heed heeded heel
  heep hel held helden hele helen helft hell heller helm helper helpings helpless helps helsing heman heres
  herve heupen heure heus hice hide hielp hielpen hierdoor hierin hierover hiervoor hike hilf hill hind hing
  hippy hither hitte hive hobos hoed hoeing hoever hog hoge hohe hohen hohlen hoke holden holdover holds
  holed holes holey holing holt holy holz hombres hombro home homebody homer homes homey homie homing hommes
  hon hond hone honing hoo hood hooking hoor hoped hopen hopes hopping hoppy hops hor hore horen hose hosen
  hosing hot hots hou houd hour house hover howe howl hoy hueco huelo huesos huevo huis hula hulk hull humane
  humankind hump hund hup hut hutte hype ice ideales iemands impasse impegnato imperador imperatore
  impersonal impiccato impiegati impossible improper inappropriate incapable incarico incarne incase
  incasinato inchange income incontrare incontrarmi incontrato incontro incorrect independente indifferent
  indipendente indirect indirecte indirectly individu individually individuals individuel individuels
  individuo individuos individus indoor inexperienced infomercial infraction ingesting ingestort inhuman
  inhumane inline input insert insiste insisto insists instep intake intanto integration inteligente
  intelligences intelligente intelligenti intelligently intelligents intencion intendo intenso intent intenta
  intentado intentalo intentan intentarlo intentas intente intents interacted interactif interactions
  interactive interacts intercepted interception interdiction interdire interdit intereses interesse
  interessee interessen interesser interesses interests interface interject interlocuteurs internet intersect
  intersection interventions intervento intime inventado inventando inventar invente invented inventei
  invento investor invoices irate irgendwann irgendwas irgendwer irgendwie irgendwo irresponsavel
  irresponsible iscrew islanders isqueiro israel isso isto itens jaar jake jan jeden jello jensen jest jet
  jetting jeux jill jing jive jiving joan jour joust jove jude juist julie justa justin justo jutting kanker
  kant kase kassa kasse kater keel keller kelp kern ketch ketting kill kinda king klient kneed knot kochten
  komme konne kont kontakte kontaktiert kook kreng krieg kriegen krieger krieges kriegt krijger krijgt krijt
  kust kwetsen lad ladylike laine lake lan land landed landers landing lane langer lasse lasso latch latched
  later lather latte leach leaded leaden leaders leadin leads leaf leak leale lean leander leaner leao leap
  lear lease leaver leben lebend lebende lebendig leber lebt lebte lebten led leden leeds leende legend
  legende legte leid leiden leider leidet leihen leine leise leiser leiste leisten leito lemand lembre lembro
  lend lender lente lento lerne lesen leste lester letch letten letter lettre leuten leve leven levenden
  levens lever leverde lewd liane liar lice lidar lider lie liebe lieben liebes lieder liee lief lien liens
  lieten lieve lieverd lifeblood lifelike lifeline lifer lifetime lift ligam liguei likeable liked likes
  liking limber lime lin lina lined linee linen liner lines ling linge lingue linie lining linke lint lire
  lite liter lived liven liver lives livre load loader loaf loans lobe lobos localizado localize localized
  localizer lock locking lode logan lohan loin loiter lone loo loog looks looksmart looky looming loon loop
  looping loosing loot looting lord lore lose lot lots lotta loveable loved lover loves lovesick lovey loving
  low lowe luke lust macchia macchie mace machetes machina machinery machinist machte machten madame made mae
  mager maken makeover maker makes male males malkin mall manage managed manages manca mandam mandami mandan
  mandar mandare mandarei mandarmi mandat mandate mandated mandates mandato mandei mandem manden mandi mando
  mandy mane manga mange mangel mangers manha mani mania manier manna manne manner mano manta manter manuale
  manuals manuel marching mare marke maschere maschile maschinen masculine maske masked masking mass massa
  massagers masse massed massing match matched matching mater mather matta matte mauser mazda maze mead meal
  mean med medias mee meewerken meg mega meia mel melanger meleager mem membres membri membros men menagers
  menen mengen mensa menschlich menta mente mentirmi mento mentre mesas mese mesh mesi mesma mess messa
  messen mestre meta metere methought metre metres mette metterai metterci mettere metterei metteremo
  metterla metterli metterlo mettersi metterti mettetevi metti mettici mettiti mettle metto mettra meuse mexa
  mice mie miembros mike mile mill mime ming mitte moan mocht moe moindre mold monde mont mood moor mope
  moping mord moreover mossa mosso mostro mots mould moveable moveis mover mow mucking mude muero mulder
  muller munger musher musica mythe namesake nan nanna nappy nase nat natch natte nave neal neben necesidad
  necesita necesitaba necesitabamos necesitabas necesitan necesitar necesitara necesitaras necesitare
  necesitaremos necesite necesites necessita necessite necessity needn needy neef neem neen neer nello nerd
  nerds nerve nesta nestor net netter netting neven nicer niche nick niece nieta nietwaar nike nile nine nite
  nod node nodige nog nom nombre nome nomme nonna nonne nood nook nord nossa nosso nostro nota note notig
  noto notre nov nove nowthe nude nut occupo ocupa oder odor officers offices officier oily old olease olive
  ombre omer omver onda onder ondersteunen ondes ont operacoes operated operates operatic operatie operaties
  operation operations operative operato operatoria opnamen orde ordenado ordinateurs oriental oriente
  oriented orientee orientes orso ossos ouch oude outed outre oven overcharge overcome overdoes overdone
  overdrawn overdreven overgedragen overgeven overhand overhead overleden overleven overlevende overlook
  overlooked overlooking overmorgen overpass overqualified overreaching overreden overs overstep overstuur
  overt overtake overtaken overthink overtime overtired overturn overwegen overwork owned owners paar paces
  paco pads paese paesi pagar pagarme pagas pages pago paio pais paises paler pales palo pals pan panda panna
  pans pant pants pap papa papas papi pappy paraat parar paras parched pare paren pares parier parker
  parlance parlargli parlarle parlarmi parlarti parlarvi parlate parlera parlerai parlero parles parley
  parlez parlor parse parsed parser parson partagent partis pasaje pasan pasara pasaran pasare pasear paseo
  pasha paso pasos passable passage passagem passam passara passaram passarei passaria passaro passaros
  passate passati passato passbook passear passee passei passel passen passera passerai passero passes passie
  passif passos passou passover passt passte past pasta pastas paste pasted pasti pasting pasto pastrami
  pasts pat patas patches patchwork patchy pater path pato patting pausa pause paused pauses pausing paws
  payes pays pazes peach pearson pease peaux pech peed peek peel perante perco perdon perdona perdonar
  perdonen persen perso personable personage personaje personale personales personali personalidad
  personalidade personalita personalized personals personel personify personnage personnel personnels pesar
  pessoais pessoal pet petting peur phases phat phoned phones phoney phony physically physicals physician
  physiques pide pierson pike pile pill pine ping piraat piraten pisar pisser pissing pit pitch pitched pith
  pitting plaat plana plastica platen plead pleased pleaser pleases pleite pleiten pme pois poke polen pollen
  polso pomme ponce pone ponerle ponerse ponerte ponga ponganse pongas pongase ponho ponia ponla ponle ponta
  ponte pope popsicle porker poses posibles posse possiate possibili possibles possiede pot pots potting
  pouch pounder poursuite pouso pout povo pow praise prasident prata praticar prato pratt preach preaching
  precedent precio precios precioso precis precisam precisao precisar precisara precisaremos precisaria
  precisas precisavam precisavamos precise precisi precisou preek prefeito preferable preferem preferer
  preferido preferir preferiresti preferiria preferisce preferisci preferite preferiti preferito preferred
  preferring prefers prefiere prefieres premere premiere premiers prendendo prendero presento presided
  presidence presidency presidenta presidente presidents presides presiding presiento pretence pretend
  pretende pretended pretender pretendes pretendia pretendre pretends pretense prever previent pried pris
  privo probeert probier procura procure procurou programa programm programme programs prom promo prone
  propel propor propre prosper prouver prova prove provi provocare provou prying pub pubis pulp punt punting
  pup pups puss puts putt puttering putz quack qualcuna quedamos quedaremos quedo queira quelque quelques
  quemo quer queramos quere queres queriam queriamos querian querias querida queridos querra querria query
  queso quest quickstep quienes quiera quieran quiere quieto quirk quis quiseram quisermos quisieras raar
  rach raden raggiunge raider raised raiser raises rake rales ran rand rang ranger rank rant rants
  rappresentare rare rasen rasse ratcher raten rater rathe rato ratte rauch rauche rave reachable reacquired
  react reacting reaction reactions reader readjust reads readying reagi reaktion realer realest realm realms
  reals reams reap rear rears reati rebel recaption receding receptionists receptions receptive receptor
  recession rechte rechten rechter recollect recolter reconhece reconheci reconheco reconnected recordings
  recreation recupero recurring redaction redden reddy redemption redencao reder redes redet redirection
  redirects redonner reduire reed reeds reedy reefer reelles refeicao refem refere reference referenced
  references referring refers refiero refiro reforming regal regale regali regeln regels regelt regen regle
  regrouped regulation regulations rehashing rehen reich reis reise reiten reiter reitet rejection rejoindre
  reken relacion relaciones relais relatief relaties relatifs relating relational relationships relative
  relatives relaxation relazione relazioni reles religion religions reloading relocation rely remand reminder
  remis remonte remontee remontent renal renoncer rente renter rentre repaired repandue repay repel replay
  repli repondent reponses reported reporter reporting repose reposted reprendre representa representaient
  representait representam representando representants representar representatif representation
  representations representent representing requests requiere requiert requires requise resa resale rescuing
  resection resident resorted resorting resoudre respeita respinta responde responded responden responder
  responders respondeu respondi respondio responds responsabili responsabilite responsables responsaveis
  responsibly responsive respostas respuestas resta restore restou retch retching retta retter reuse revel
  revelation revelations revendre rever reverence reverent revolted rewarding reworking rice richiamo
  richiede richiesto richtig richtiges richting ride rider rig rigel ringe ringleader ringo rings rink rise
  rispetta risponde rispondete rispondi rispondo risposte risposto roach robes robs rojos rollen rom roman
  rome ronde rood rook root rooted roots rope roper roping rossa rosso rostro rot rote rotos rots rotta rotte
  rotted roubos rouge rough roule roundabout rounder rounders rouse roused rousted rout router routes rove
  rover row rude rung ruote rust rutting sabes sables safes sages saida sakes salas sale salee salem salen
  saleslady salespeople saleswoman salles salts san sand sanded sanders sanding sanger sank sappy sass
  sassing sasso save saves savoir scala scalar scale scales scan scant scare schaatsen schadel schaffen
  schalte schalter schat schatten schatzen scheck scheduled schedules scheiden scheinen schenken schicke
  schickst schickt schickte schickten schieben schieten schijnen schijten schilden schinken schlafen schlagen
  schlucken schmecken schneiden schock schoften schrecken schreibst schreibt schreien schreiner schrieben
  schrikken schulden schulter schultern schurken schweigen scontato seal seam secreta seed seeded seeds seek
  seite seiten sell seller sello sembro sente sento sere serge seria serie serre serta serva served servem
  server serves serviceable serviced servicing servicios servicos servido servile servindo servings servir
  servire serviria servisse servito serviu servizi servo setta setter setting seven shatter shave shell
  shithead shone show sickroom side siens sigo sigue sing sith skell sleek sloan smeek smell smetta smoke
  sneak sneaking sneed snell snitch snitched snot sold sole soles solicit solicited solicitor solicitors
  solicitous solicitud solidite sollicite sombre someones someplace sometime somewhat somewhere somewheres
  somme soms sonde sonha sonne sont soporto sopporto sore sorta souhait souhaitent sounder sour spake
  spanking sparking spass spasso speaks spear speciales speciali specialise specialised specialisee
  specialisees specialises specialiste specialistes specialite specialites speciality specialize specializes
  specials speck speeches speed speeding speel speer spell spellen spelling spending spielchen spike spokes
  spooking spore sprache sprachen sprak spraken spraying spreading sprecher sprecht spree spreekt sprees
  sprekend sprengen spreuk staffs stalk stalked stalking stall steak steal steam steek steel steelt stehlen
  stel stelen stella stelle stellst stellte stellten stelt stiff stitch stitched stoff stoke storefront
  storeroom straightaway straightforward strait streamline streek stuff stupida stuurt succes successa
  successe successo sucking suero summons superare superieure superieures superieurs superiores superiori
  supermom superstore supervise supervised supervises supervision supervisory suporta suporto suppongo
  supporte supported supporter supports survie swales swatch swatches swell swerve swill switcher switches
  swollen sword systeem systeme systems taak tack tacked takeaway takeovers takin talc tale tales talker
  talkie talks talky talla taller tally tals tam tame tan tanager tank tanked tanker tanking tanna tant tanto
  tao tartar tasked tasking tasse tasso tater tatsachlich tea teach teaching teams teamwork tear technically
  techniciens techniek techniques techo techs tecnicas tecnici tecnicos teens telefoniert telfer telle tellen
  tellers telles tema tenda tender tendo teniendo tens tenso tent tenta tentacao tentado tente tenter tenth
  tentou tents tenuto tering term teruggeven terugkrijgen testa testando testardo testo teto tetto texto
  thataway thave theme thereabouts therefor therein thereof thereto theseus thing thorough thought throughput
  tide tie tied tien tienda tieni tient tiers ties tile till tiller tim timed timeline timer times tines ting
  tio tions tirato tire tiring tive tizi toasting tocan tod toe toegeven told tolerant tollen toller tom
  toman tomem tonne tonto took toonde tor torace torch tot totaling totalled totalling toto tots touche
  touchy tough tous toute touted tov tow tox toy toying traag traere traerme trago trajo tram trancher
  transferable transference transfers transfert transferts transform transforma transforme transformed
  transformee transformer transforming transfuse transmet transmitted transmitter transpire transpired
  transverse traseira trasferirsi trasferiti trata tratam tratan tratare tratas trate traten tratos tratou
  tratto traume tre treat treden treed trens tres triad trier tries trig trina trink trouper trouser trouve
  trouvee trouvera trovai trovarmi trovati trovo tucking turnabout turnover tust tut twant twill twitch
  twitched two tying ubergabe uberleben uberlebt uberlegen uberlegt uberreden ubersehen umgeben umore
  unassisted unconnected undemanding understandable unhappy unheeded uninterested unterhaltung unterstutzen
  untried unwanted upfront upscale usa usable usan usano username users ust uturn vais vales vande varie
  varies vase vases vassar vasser vater vaut veal veces vechten vechter veel vegetable veinte venas vence
  vencedor vencedora vende vendemos vendendo vengas venite venne vent venta vented ventes venti ventje vento
  ventos ventral ventre vents venue venute verandern verantwoordelijk verantwortlich verband verbannen
  verbiage verbinding verbindt verbindung verboden verbond verbonden verbranden verbringen verdadeiras
  verdadeiros verdaderos verdiende verdragen vereinen vergangen verhindern verhindert veria verifiable
  veritables verlangen verlangens verlangt verlasse vermijden verne verrader verraders vert verte
  vertegenwoordig vertegenwoordigen vertegenwoordigt vervangen vervanger verve verwandeln verwandelt
  verwenden verwendet verwundet verzetten verzinnen verzonden vest vesta veste vet vete vette vice vices vide
  vile vine vino vinte vio virtuel visant viso vive vivent vivente vivi vivio vivos vizio vochten voer voglia
  vogliano vogliate vogliono voices voies voire voles vollen vont voorin voorstellen vorbei vorrai vossa
  vostre votare vote voter votes vou vouch voudrait vovo vow vozes vraag waag waard waardoor waarin waarover
  waarvoor wafted wafts wahr waited waits wake wales walk walked walking wall walt wand wanda wande wanders
  wands wane waned wanes wang wanker wann wannabe wanne wantonly ward ware warne wart warts wasser wasted
  watch watched water watt watts wave wear weed weeded weeds wehen weisen weite weiten weitergehen
  weiterleben weken wellbeing wellen weller wenen wensen werd werde weren werkelijk werker wessen westen wet
  weten wetter wetting wezen whee whelp whereabout whereas wherein whereof wholesome whomever whore whores
  wichtige wichtigen wichtiger wide wider width wiens wife wild wilden wilder wilds wille willen willi willis
  wills willy wily wine wing wint wird wirklich wirkliche witch withhold within withstand wits witte witty
  witz wolken wolle wollten wolven womankind womans women wond wood woolen woord woran words wordsmith wordt
  wordy wore workable workbook worked workplace workroom world worm wormer worn worser wort worter wouldn
  wound wreaking wring wunde wunsch wunschen wunscht wunschte wurd wurden wurdet yan yank yappy yeller yelped
  yelping yet yeux yorker yorkers yourn yous zand zanger zeal zegel zeiten zellen zeven zevende ziens zing
  zochten zonde zover zwaar
`;

/**
 * Words that look like misspellings of what the detector seeks, but are right as they are: nobody who writes "walk"
 * means "talk". Gathered from word lists by tests/eval/ordinary-words.ts; more may be added by hand.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
