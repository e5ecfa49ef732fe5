// Words composed by hand, because the dictionary lacks them: read only by tests/bench/make-anonymity-lists.ts.

/** Words and short forms of schools and youth care, and words as people type them in a hurry. */
export const fieldWords = `
efkes foar hat altyd altijd hawwe noch noait wol goed moat moatte kin skoalle bern thus wer noar nog nait heur oonze sjoen gans zoco zorgco eig ongeoorl geoorl nask natask kunst twents drents gronings brabants zeeuws tuba trekker absent instructieafhankelijk
trisomie mutistisch syn mear hielyd net doar seit dyn hjir praktijkonderwijs praktijkschool basisonderwijs voortgezet vnmiddag vanmiddg burgerservicenr burgerservicenummer geb.dat gebdat wsnp svwo vroegsignalering seit sprak-taal djembe offlimits verzuimloket leefgeld toeslagen moestuin dir adj ontw rekeningnr banknr huisnr kamernr telnr mobielnr dossiernummer brp isk knmg tiq viq piq vbi vri wgi vsi fri nio raven avl scq srs bbl bol entree lwoo opdc okr okt jeugdboa boa vt rmc mazl kopp koda ocb vog fg ozb sprinttoets klepel cb&wl pi-dictee sdq bdi erwd vll nt1 mrt tak celf peabody schlichting sidi zien! sam-sam longcovid long-covid pfeiffer ergo hba ralfi ralfi-light time-in time-out screenshot screenshots nepaccount nepaccounts bullying ghosten ghosting exposed grooming sexting dealen dealer dm dm'en dm'et cc'en cc'd bcc whatsapp-groep appgroepen stamklas kopklas plusklassen bovenbouwleerling lio-stagiaire intaker co-teacher coteaching zorgleerling zorgleerlingen gastgezin gastgezinnen pleegouders pleegouder crisisopvang woongroep leefgroep zorgboerderij woonwagenkamp wisselklas invalpool muv tov ntb nog vd vh ovv tgv nl-talig ntc ect ed eo p/w p.w. p/m pw wkn mbv bgl bgeleid evg ivg svo kleutertoets verkleuring ouder-kind dagdelen dagdeel zedenpolitie zeden sova ots uhp vots vovo mvt vk wom womb avg-technisch ouderbijdrage thuissituatie schoolverzuim ziekteverzuim verzuimregels leesstart leestraject klinkerverwisseling rekenangst rekenmaatje toetsstress huisregels schoolweigering schoolweigeraar overgevoelig onderpresteerder onderpresteren gedragsregels prikangst autimaat stuiterbal stuiterballen drukteschopper wereldvreemd hyperalert dissocieert dissociatie dissociëren getriggerd triggers meltdown meltdowns shutdown masking maskeert maskeren thuiszit burn-out gamer gamede gamen inloggegevens schooltelefoon vapen vape vapet blowen blowt blowde lachgas snus nepwapen airsoft drillrap tikkie tikkies
aanmeldformulier aub svp hlm sowieso zowiezo idd nvm gwn wss mss iig vgm wrs morge gister effies tja pff oei hmm ehm chill relaxed betr opm onderwijsnr leerlingnr aanw afw gespr toel bijz nav ivm jl mk vpk jeugdvpk toelichting verz vert gem gez verpl alg onderw zorgco afd woonadr geb.dat dossiernr casusnr nwe ond besch beh aanspreekpunt adhd adl app appen appt appte apptte ass avg beeldbellen belt beschermtafel bijv bl blz bovenschools bso bv casus casusje
casussen cito cjg co-ouder co-ouders dgn dhr dmt docent dsm dus dyscalculie dyslexie ecg eed eea eind enz etc evt extern externaliserend faalangst filmpje
filmpjes fte gastouder gds geb ged gedragsspecialist gezinscoach gezinshuis gezinsvoogd ggd ggz gr gym gymles gymspullen gz handelingsplan hb hbo hechting hgw hoi
hulpvraag huh hè ib ib'er ibers ik ipv ivm iq jgz jl juffie juffen klassenapp kdv kernteam kernteams kk knutsel km krijg leerjaar leerkr leerlijn leerplicht leerplichtambtenaar lk
lkr ll lln logo logopedie logopediste lpa lvs max mbo mbt mdo meldcode mevr mi min mw mvg mn mnd nl nav nee nicht nog nt2 nvt obs oef ok oke okay opdc opp
opvang orthopedagoog ot ouderapp oudergesprek pabo parro passend pb pmt pgb ped peuterspeelzaal pleegmoeder poh pos praktijkondersteuner pubers remedial rt regelruimte
rots samenwerkingsverband sbo schoolapp schoolarts schoolmaatschappelijk screening sint smw snap snapchat so somtoday soort startgesprek stamgroep swv taalklas tav
thuiszitten thuiszitter thuiszitters tiktok tiktokken tlv toa tos trauma traumatherapie tso tutor tv vader vavo veilig verzuim verz vg vve vriendinnetje vmbo vo voorschool vpk
vso vt vwo wa weet wk wkn whatsapp whatsappen wisc wmo wo wpo xtra zat zg zgn zh zhn zieken ziekgemeld zm zmlk zml zmolk zn zo'n zorgmelding zsm z'n d'r m'n 'm 's 't
appgroep appgroepje appje appjes gamen gamet gamede gameverslaving gameverslaafd discord minecraft roblox fortnite pokemon youtube youtuber insta laptop ipad chromebook
chromebooks screentime whatsappje hey hai groetjes grtjs groet gr grt bedankt alvast thx pls fyi asap omg lol haha ff effe effen ofzo enzo ofso ouderavond nieuwkomer
nieuwkomers nieuwkomersklas statushouder statushouders azc coa ama amv tolk tolken tolkentelefoon heit mem pake beppe abla abi anne baba teyze amca hala dede
mams paps moe pa ma pappie mammie oomaatje omaatje opaatje opaatjes poes poesje hond hondje
inval invaller invalster duo duopartner lio lio'er stagiaire pabostudent zzp'er begeleidster sociaalemotioneel sociaal-emotioneel sociaal-emotionele executieve
onderprikkeld overprikkeld overprikkeling prikkelgevoelig gepest pester pesterij pesterijen uitgescholden buitengesloten teruggetrokken hoogbegaafd hoogbegaafde hoogbegaafdheid plusklas
arrangement arrangementen toelaatbaarheidsverklaring ontwikkelingsperspectief groeidocument overdrachtsformulier zorgstructuur weerbaarheidstraining kindgesprek kindgesprekken
spelinloop speltherapie speltherapeut rouwverwerking echtscheiding vechtscheiding omgangsregeling co-ouderschap uithuisplaatsing uithuisgeplaatst ondertoezichtstelling jeugdbeschermer jeugdconsulent
jeugdprofessional jeugdverpleegkundige gezinsbegeleider gezinsondersteuner ambulant opvoedondersteuning verlengde herhaling rekengroep taalgroep leesgroep leesmaatje dyslexieverklaring
aud sws mdt vot tvt vto pdd pdd-nos nos odd cd nld dcd ocd ptss emdr cgt npo rid koers teamoverleg leerteam bouwoverleg mr gmr tso'er overblijf overblijfmoeder luizenmoeder klassenouder
ouders ouderkamer schoolplein schoolreis kamp gymzaal aula kleuterplein speelzaal lokaal wc toilet natte broek plassen poepen ontbijt broodtrommel beker fruit pauzehap trakteren traktatie
`;

/** What he or she did, of verbs whose past is not made by rule, and other finite forms. */
export const strongPasts = `
eet zit let zet is was wil kan kon zal zou mag mocht moest moet had heeft gaf kreeg krijgt ging kwam zag zei deed liep sliep at las schreef werd bleef hield vond sprak riep
begon stond zat lag wist dacht bracht koos sloeg trok verloor vocht won zwom sloot schrok viel reed nam liet droeg hing keek klom kroop leek ontving verliet doet gaat slaat
staat ziet heb ben blijkt bleek schreeuwt schold spuugde wees zocht kocht vroeg joeg loog bedroog zong dronk sprong vond bond stonk klonk zonk schonk smeet beet greep kneep
reet scheen steeg zweeg snoof schoof boog bood genoot goot schoot vloog vroor woog bewoog bedierf stierf hielp wierp bezat verstond begreep bezocht herkende kende wilde
ontbreekt vertrok verdween verbood verzon weigerde loopt slaapt weet vergat vergeet zegt heet heette wordt blijft appt belt mailt komt vraagt zwijgt vindt
`;

/** Countries, regions and peoples that the dictionary marks as names like those of people. */
export const countriesAndPeoples = `
afghaan afghanistan afrika afrikaan albanees albanie algerije amerika amerikaan antillen antilliaan arabier armenie aruba arubaan azie australie belg belgie berber bonaire bosnie brabant brazilie brazil bulgaar
bulgarije cambodja canada chili china chinees colombia congo cuba cubaan curacao denemarken drenthe duitsland egypte engeland eritrea estland ethiopie europa europeaan filipijnen finland flevoland
frankrijk friesland gambia gelderland georgie ghana griek griekenland groningen guinee hindoe hindoestaan holland hongaar hongarije ierland ijsland india indiaan indonesie irak iran israel israeliet italiaan italie
jamaica japan japanner jemen joegoslavie jordanie jood kaapverdie kenia koerd koerdistan korea kosovo kosovaar kroaat kroatie letland libanon libie limburg litouwen luxemburg macedonie mali malta marokkaan marokko mexicaan mexico
molukken molukker montenegro nederland nederlander nepal nigeria noorwegen oekraine oeganda oezbekistan oost oostenrijk overijssel pakistan pakistaan palestina palestijn peru polen pool portugal rif roemeen roemenie rom roma rus rusland
rwanda schotland senegal servie serf siberie sinti slovenie slowakije soedan somalie somalier spanjaard spanje surinamer suriname syrie syrier taiwan tanzania thailand tibet tsjechie tsjetsjenie tunesie turk turkije utrecht
venezuela vietnam vlaanderen vlaming wales zeeland zweden zweed zwitserland zwitser zuid noord west christen christus allah moslim nirwana sint sinterklaas jezus god
`;
