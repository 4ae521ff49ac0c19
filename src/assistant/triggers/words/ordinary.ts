/** Words one slip away from a word the detector looks for, but right as they are: nobody who writes "walk" means "talk". */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `walk walks talks wish width witch wits fifth pith went wart wand wane ant pant rant wants waste wait waits waited waiting wasted
  seed seeds feed feeds weed deed reed nerd neat heed knee needy beed precio precios nombre nombres hambre whereas heres crying father gather
  conversational requests requires required desired desires demands present assessed changing charging disaster discover discovered
  expected interest interests interested interface internet relating reported spelling parker united untied medical medicine medal
  cancelation cancelling constant compiler covering conversely converge indeed reaction relational relative relatives relaxation religion religious relocation
  reloading resident residents reposted exported exporter localize machinery speeding supporter supporters tolerant improper intersect verifiable
  until under union unite theater theatre theory atlantic tale tall talc tank task tack tal tals chalk stalk balk taken
  that what chart chap char coat cheat chatty champ hat cat heat chain chats chant chit chas cha
  humane hume humor humour humid
  regent urgent ageing agency argent aging agenda scent cent rent sent event again gents ancient
  parson prison persona personal season reason pearson personally persian
  steak sneak peak spear speaks speaker speakers speech speed spend spoke spoken weak bleak freak streak break
  each react teach beach peach reaches reached breach bread ranch
  contract contracts contacts contacted content context contest contain contactless contracting contracted compact intact contrast contractor contras
  stuff stiff stall start state stage star stay stuffs stat stats
  manage managed manages manger management mangers managing
  operate operated operates operation operations operating opera separators
  assistants assisted
  transfers transform transient transport transferring transferable transfert
  read deal meal heal reel rely rear ready rest real reals rent reap role reply really realm rea reads relay
  like love give five line life lives lived liver lie live alive olive lime hive dive drive lite lice link lively liven love loved live lines
  call cell ball tell
  collect correct connected connects connection connections connecting connector
  worked works walker works working workout worked
  direct directly director direction directions dirt indirect directs strict director
  person persons
  route routes rout router routine
  export experts except expect expects import effort
  switched switches stitch
  posh past push pay pays par pan pat pasta paste pace page pain pair paid path pad put puts putt
  hard hands handy hang sand land band hind hands handed handle handled held
  root boot booth book boat but bit bet bat bats bits both boys body both bout
  robert robin
  mensch mens men dense sense tense lens
  conseil conseils
  agents agence agences agente agenten agencia agencias agencies agende
  personnel personel personne person
  somewhere something sometime sometimes anyway anyhow anyway anything
  support supports supported supporting sport sports report reports suppose supper
  boss bass bias loss toss bless moss cross base boas bus
  clark click clock cleric clears clear
  teller tell tall sells seller teaser taller
  live alive
  guy guys gay buy
  refer refers preferred prefers prefer
  forward towards forwards reward toward foreword
  patch match watch catch batch path
  pass past
  reception recipient deception receptions recaption perception
  services
  machine matching machines mechanic
  compute computed commuter
  program programme programs programmed
  hume team tea term teams steam tear
  human humans
  echo tech each exit
  richtig wichtigen wichtig
  sprecher sprache sprachen
  verbindung verbindlich
  voir avoir savoir
  parlez parles parle pale parade parlor
  falar fala folar calar
  hablas hablan habla
  vero very zero hero veto
  viva vida visa vivas via
  real
  fisica fisico musica
  persone persons personas person
  chante chanter chanted
  parler paler
  passport passe passed passing passer passes paste pass passive
  reden reder redden
  rede redo ride rude redeem
  praat praten
  bellen belle bella
  echte echten
  leite leiten site
  stellen stell still shell spell smell steel stella
  zet set
  metro mettre metre metric
  mets meets mits nets
  mise miss mist wise rise
  mis his this miss mix
  passo passa pasta passe
  pase base phase past
  ponte pone
  links line likes
  move moves moved movie movies love more
  turn turned turns torn burn return
  take takes taken tape tale cake make made lake sake
  living giving leaving loving
  actual actually annual
  genuine
  proper property prosper
  physical physically
  flesh flash fresh
  page pages paged
  summon
  dial deal
  technical techniques
  staffs
  superior superb
  operador operator
  techniker
  cher chef chief chefs
  capo capos cape cap
  collage college colleges
  contatto
  trait treat trail treated tartar trattare tractor
  speaking sneaking leaking breaking
  talking taking walking making tasking baking tanking stalking
  calling falling selling telling
  chatting cheating heating chanting
  reaching teaching
  contacto
  discuss discus discussed discussion discussions discount
  consult consults result consulting consulate console
  deal deals ideal dear real dead dealer dealt meal seal
  correspond
  expert
  relate relation relations
  actor action
  menschen
  cliente clients client
  sales sale
  vivo
  comercio commercial
  advise advised advises advising advisory algorithmic algorithms ancestor assisting attend attendance attended attending authentic
  automata automate automated automates automatic automating automation automatically beater better berlin cause causes caused
  chad chan chapter charter chatted collaborate collaboration collaborative collected collecting collection communicated
  communicates communication communications compacting compilers computes conducted conducting container contained containing
  conversion conversions converted converter converters converting corrected correcting correction corresponds derive derived
  directional directory drives employ employed employer employers employment escape escaped escapes estate factual fact factor
  funcionar gerson grant grants handler individually individuals inspector investor invest isolated jensen keller letter letters
  liking localized matched matches mother brother other parser parsed patches peoples pierson recording recordings recurring
  redirection redirects redemption reference referenced references rejection reporting representation represent represents
  representing responsive responsible restore restored rewarding roots scalar scale scaled similar someones specialize
  specialised specialized supervise supervised transformed transformer transform verify verified verwenden watched varies
  woman women roman remain retain reply replied causing cheaper chapel chart
  attention intention mention person perhaps personas service servicing sender render vendor tender lender fender gender
  mending lending sending spending sneaking seeking peaking
  human humanity harman german
  beraten berate iterator generator moderator opinion operand
  tested texted testing
  teaches reacher reacts staffed stuffed
  computing composer compete competent
  gestern western
  collect collega colleagues
  chatbot robotic robust
  jemals niemand
  persoonlijk personlich personalized personality`.split(/\s+/),
);
