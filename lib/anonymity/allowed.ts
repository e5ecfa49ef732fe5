// What identifies nobody: organisations and partners as roles, methods, tests, programmes, games, feast days, sayings.

const ORGANISATIONS = [
  "(?:centrum (?:voor )?jeugd en gezin|veilig thuis|jeugdbescherming(?: west| noord)?|raad voor de kinderbescherming|leger des heils|(?:jeugd)?beschermtafel|samenwerkingsverband|jeugdgezondheidszorg|passend onderwijs)(?: (?:zuid-|noord-|midden-)?(?:kennemerland|holland|haarlem|amsterdam|ijmond|haarlemmermeer|utrecht|gelderland|brabant|limburg|friesland|groningen|drenthe|zeeland|rijnmond|west|noord|oost|zuid))?",
  "(?:cjg|ggd|jgz|swv|ggz|cvd|vta|rvdk|smw|gemeente|provincie|regio|stadsdeel|wijkteam|rijksuniversiteit|universiteit|hogeschool)[ -](?:zuid-|noord-|midden-)?\\p{Lu}[\\p{L}-]+",
  "cjg|ggd|jgz|swv|ggz|smw|rvdk|bso|opp|tlv|ib|nt2|ot|mdo|zat|ipo|po|vo|so|sbo|vso|vmbo|havo|vwo|mbo|hbo|adhd|add|ass|odd|tos|iq|poh|opdc|oab|vve|avg|leerplicht|halt|ib'?er",
  "kenter(?: jeugdhulp)?|levvel|spirit|altra|karakter|accare|yulius|lentis|parnassia|triversum|de opvoedpoli|opvoedpoli|de bascule|de jutters|curium|horizon jeugdzorg|pluryn|ipse de bruggen|cordaan|'s heeren loo|heeren loo|ons tweede thuis|humanitas|home-?start|stichting de linde|william schrikker(?: groep| stichting)?|socius|dock|streetcornerwork|kabouterhuis|mee(?: noord-holland)?|youz|ambulatorium|kentalis|auris|visio|bartim[eé]us|intermetzo|juvent|lijn5|sterk huis|timon|jarabee|entr[eé]a|oosterpoort|pactum|trias|yoep|spaarne gasthuis|(?:emma|wilhelmina|sophia|beatrix) kinderziekenhuis|amsterdam umc|erasmus mc|radboud\\p{L}*|juliana kinderziekenhuis|ronald mcdonald(?: ?huis)?|unicef|rode kruis|politie|inspectie|ouders (?:&|en) onderwijs|kindertelefoon|slachtofferhulp(?: nederland)?|villa pinedo",
];

const METHODS = [
  "wereld in getallen|pluspunt|getal (?:en|&) ruimte(?: junior)?|alles telt|rekenrijk|snappet|gynzy|bareka|junior einstein|squla|maatwerk|reken zeker|rekenwonders|met sprongen vooruit|numicon|rekentuin|taalzee|words & birds",
  "veilig leren lezen|(?:kim|maan|zon|raket|ster)-?(?:versie|groep|kinderen)|lijn 3|estafette|nieuwsbegrip(?: xl)?|leeslink|grip op lezen|blits|bouw!?|letterster|rt-?bouw|connect (?:lezen|klanken)|ralfi|flits|taal actief|taal op maat|staal|spelling op maat|taalverhaal|taaljournaal|station zuid|atlantis|list|pennenstreken|klinkers|schrijfdans|groove\\.me|take it easy|blink|argus clou|faqta|naut|meander|brandaan|topondernemers|jeelo|kleuterplein|schatkist|kleuteruniversiteit|uk (?:&|en) puk|piramide|puk|ik (?:&|en) ko|sil op school",
  "kanjer(?:training|school|methode)|rots (?:en|&) water|leefstijl|kiva|taakspel|kwink|goed gedaan|vreedzame school|pbs|swpbs|kids?skills|mindset|meichenbaum|beertjes van meichenbaum|grip op de groep|leefrijk|marietje kessels(?: project)?|mad2|rustig maar|stop-denk-doe|triple p|incredible years|tripple p|signs of safety|girfec|shanarri|ringaanpak|vertel eens",
];

const TESTS = [
  "cito|iep|leerling ?in ?beeld|dia(?:taal|cijfer)?|avi(?:-?(?:start|plus|m\\d|e\\d))?|dmt|aap|wisc(?:-v|-iii|-iv)?|wppsi|rakit(?:-2)?|son-r|nio|sidi|dhh|zien!?|scol|kijk!?|bosos|inzichtelijk|looqin|parro|parnassys|esis|magister|somtoday|kindkans|indigo|topdossier|grippa|social schools|sdq|cbcl|trf|cbsk|svl|saqi|dle|dl|tak|ctopp|protocol dyslexie|dat|bvl|kij[kv]|klasse ?kijk",
  "[ME]\\d(?:-\\p{L}+)?|[IV]{1,3}[+-]?|[A-E][+-]?-?(?:score|niveau|leerling|groep|stroom)s?",
];

const SYNDROMES = ["syndroom van (?:down|gilles de la tourette|tourette|asperger|rett|turner|williams)|down-?syndroom|gilles de la tourette|tourette|asperger|pfeiffer|ziekte van \\p{Lu}\\p{L}+|maslow|piaget|gardner|vygotsky|bloom|marzano|kanner"];

const CULTURE = [
  "montessori|dalton|jenaplan|freinet|steiner|waldorf|vrije ?school|sinterklaas|sint(?:[ -]maarten)?|zwarte piet|pietje precies|piet(?:en)?(?=en)|kerst(?:mis)?|pasen|pinksteren|hemelvaart|koningsdag|ramadan|suikerfeest|offerfeest|eid|keti koti|chanoeka|divali|holi|halloween|carnaval|valentijn(?:sdag)?|vaderdag|moederdag|bevrijdingsdag|bijbel|koran|jezus|god|allah",
  "jan en alleman|jan modaal|jan met de pet|jip[- ]en[- ]janneke(?:taal|-taal)?|jan klaassen|(?:ben je|benje) betoeterd|brave hendrik|bange? (?:jan|piet)|haantje de voorste|boze wolf|(?:van )?jetje|joost mag (?:het )?weten|voor jan (?:lul|doedel)",
  "minecraft|roblox|fortnite|fifa|youtube|tiktok|instagram|snapchat|whatsapp|netflix|playstation|xbox|nintendo|switch|pok[eé]mon|mario(?: kart)?|lego|playmobil|ipad|chromebook|google|microsoft|teams|zoom|excel|word|donald duck|harry potter|dolfje weerwolfje|geronimo stilton|nijntje|dikkie dik|kikker en pad|frozen|spider-?man|batman|star wars|fireman sam|brandweerman sam|paw patrol|bumba|peppa(?: pig)?|bob de bouwer|ajax|feyenoord|psv|barcelona|real madrid|disney|efteling|wi-?fi|bluetooth|powerpoint|chatgpt",
];

const TIMES = ["januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"];

const PATTERN = new RegExp(
  `(?<![\\p{L}\\d])(?:${[...ORGANISATIONS, ...METHODS, ...TESTS, ...SYNDROMES, ...CULTURE, ...TIMES].join("|")})(?![\\p{L}\\d]|['’]s)`,
  "giu",
);

/** Words that look like a name to some rule when written with a capital, as people do with roles and school words. */
export const commonCapitals = new Set(
  `aangeven aanpak academie actie administratie adhd advies afspraak afspraken alles amsterdammer arts aso ass autisme basisschool begeleider begeleiding beleid beschermtafel bestuur bestuurder bovenbouw broer bso burgemeester casus casussen centrum cito cjg coach coordinator corona covid crisisdienst daar dan dat de deze die directeur directie dit docent doel dokter dus duits duitsland dyslexie een eerst en engels engeland er europa europees
  fase frans frankrijk gedrag gedragswetenschapper gemeente gezin ggd ggz groep groepen groepsleerkracht hallo heer het hij hoe huisarts hulp ib iedereen ik in intake intern interne inzet is jeugd jeugdarts jeugdhulp jeugdhulpverlening jeugdteam jeugdverpleegkundige jeugdwet jeugdzorg jgz jongen juf juffrouw kerndoelen kernteam kind kinderen klas kleuters kleuterbouw leerkracht leerkrachten leerling leerlingen leerplicht leerplichtambtenaar leraar lerares lezen logopedie logopedist
  maar mama mam marokkaans marokkaanse marokko meester meisje meldcode mevrouw middenbouw moeder mt nederland nederlands nederlandse niet nt2 oekraine oekraiens oekraiense oma onderbouw onderwijs onderwijsconsulent ontwikkelingsperspectief oom opa opp orthopedagoog ot ouder ouders overleg papa pap pauze peuters poh polen politie pools poolse praktijk praktijkondersteuner psycholoog pesten rekenen samenwerkingsverband school schoolarts schoolmaatschappelijk schoolmaatschappelijk schoolarts schoolmaatschappelijk
  schooltijd sociaal somalie spaans speciaal spelling syrie syrisch syrische taal tante team thuis toetsen tlv turks turkse turkije u vader veilig veiligheid verpleegkundige verzuim voogd vraag vrijeschool vriend wat we wij wijk wijkteam wie wpo zij zij zorg zorgcoordinator zorgteam zus zwemles zwemmen arabisch chinees china afghanistan eritrea eritrees somalisch tigrinya suriname surinaams belgie italiaans portugees roemenie bulgarije iran irak pakistan india indonesie curacao ghana nigeria nederlander
  pabo havo vwo vmbo mavo mbo hbo po vo so sbo vso pro ok oke nb ps tv pc iq eq nvt ivm mbt avg vn eu maatschappelijk werker werkster ambtenaar assistent onderwijsassistent ambulant ambulante stagiair stagiaire conrector rector mentor conciërge conciergerie concierge schoolleider teamleider adjunct wijkagent agent gezinscoach gezinsvoogd jeugdbeschermer jeugdconsulent islam moslim christen joods lente zomer herfst winter`.split(/\s+/),
);

/** A test whether a character lies in something that identifies nobody. */
export function allowedIn(text: string): (offset: number) => boolean {
  const stretches = Array.from(text.matchAll(PATTERN), (match) => [match.index, match.index + match[0].length] as const);
  return (offset) => stretches.some(([start, end]) => start <= offset && offset < end);
}
