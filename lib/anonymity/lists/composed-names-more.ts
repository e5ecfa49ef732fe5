// More first names composed by hand, by where families come from. Like composed-names.ts read only by
// tests/bench/make-anonymity-lists.ts, which leaves out those that are Dutch words.

/** Dutch grown-ups, with the short forms they go by. */
const dutchOlder = `
aafje ada adrie aldert aleid allard anneke annie ary attie beatrijs beppie bonne cees claartje cobi cok connie corien dee dick dilia dini ditte doortje driek egbert elsje eugenie fer ger gerie gerritjan gertruda ginny gonda gunter
gusta haije han hanny helmi hendrien hilda hille ina jacolien jacques janus japke jeanne jodie jona joos jora josephine kathinka klazien korrie lambert lammert leonne letty lidwien lita lous luc mariek marloe martien mineke nans
neel nettie nicolet nol orin peet pie pierre poul rembrandt roderik roelofje rudie ruerd saakje sannah servaas sible sija swaantje teddie teuni thera tiemo tini tjark trienke truuj ula walter wigger wilco wiljo wilko winnie
yolande zweder
`;

/** From Friesland and Groningen. */
const frisian = `
aebe afke aleida anders atsje beitske boukje ekke elbrich eppo fardau feikje fenno fokko fop fopke gabe gjettje gosse hedzer hieke hilbrand hilke jacobje jeltje jits klaaske kornelis lieuwkje lolkje marten metsje oebele onne
pietsje piter redmer reinou renze rimmer rindert rommert sierk stoffel swopke syds taede taeke teije tetje theunis tialda tiede tietsje tjamme tjebbe tsjikke wiebrich wikje willemke wybren ybele ynse ynskje ynte ype
`;

/** Children of today. */
const modern = `
aimee bobbi bodi catoo collin cooper daley danilo emmie felien feliz fion florine fos izzy jayme jaymian jippe joes jola jonah june jus kai kayle levie lok loona louie lune mace mae maes manou mauk mel naomie noan noe nomi ozzy
pixie polle rhodi runa sammie skyler sus tobin vinz xem xen yf ylva zofie
`;

/** From the Bible. */
const biblical = `
arjanne benaja dathan eliana elihu elkana ezechiel gerrieke gersom habakuk hadassa heman henoch hizkia ithai jacomina jaira japheth jedaja jedidja jephta jetro jochebed johanneke jojada josafat joschka josia jotham kezia laban
loammi malachi manoah marith matthan mefiboseth mordechai naema naftali nathanja nehemia noadja obadja ofra orpa othniel pnina salome sefanja sulamith tabitha talitha timotheus tirza uria zacharia ziporah zippora
`;

/** Moroccan. */
const moroccan = `
abdelhakim abdelkrim abdelmalek abdeslam adib asiya badria bilel bochra btissam charifa chouaib douae elyas fadoua ghizlan ghizlane hachim hajiba hassna husna ihssane iliass intissar isra jaber jannat kaltoum kamar khaoula lotfi
mohsin mokhtar nawfal noha noufal nouhaila ouiam rabie rayhana romaissa saloua tarek tawfik wahib zuhra
`;

/** Syrian and Iraqi. */
const arab = `
afraa areej asil aws bashar basheer batool dana dareen deema diaa fahed farouk fatin firas ghaith hadeel hamada hanadi haneen haya hilal hisham ibtihal iyad jamil julnar khawla kinana laith lamar layal lilas loay maen manar marah
mays maysam murad nagham naji naya nisreen nouran obada odai omran qasem qusai raghad raghda raneem rashad rawaa rawan riham rimas ritaj rola rouba saleh samer shahed shayma sila siraj suhail sulaf taim taima talal talin taym
wafaa wisam yaman younis zaher zakwan zein
`;

/** Turkish and Kurdish. */
const turkish = `
abdulkadir adem aleyna alp alparslan arin arjin asaf asel asena asmin ates atilla ayaz aybars aybuke aydan ayfer aygul ayten bayram bedia bedirhan bedriye berin berkan berke berkin berzan bilge binnur birol bora bulut buse caner
cansel celal celil cemal cemre ceylan cihat cinar daghan damla darin defne derin devran dicle didem dilay dilber dilek dilsad duru duygu ebrar ecem ecenaz efecan egemen elifnaz elvan emrah ender engin eren erhan ertugrul eslem
evin eyup ezgi ezo fadime fahri feride ferit fidan fikret funda gokce goksel gonca gulbahar guler gulhan gulizar gulnaz gulsum gurbet gurhan gurkan guven habibe hacer halit haluk hamit hamiyet handan hasret havin haydar hazal
hikmet hurrem ilhan ipek izel kayra kazim kevser kezban korkut levent lorin lutfi mahmut mehtap melda melih meliha melisa mete metehan metin mihriban mine mirac mirza muammer muhsin mukaddes mumin munevver muzaffer naciye nalan
nazife nazmiye nebahat necati necla necmettin nergis nevin nevzat nezahat nilufer nimet nurdan nurettin nurhan nursel ogulcan olcay oya ozkan peri polat refik remzi reyhan reyyan rojhat ruveyda ruya sabahat sahin sakine saliha
saniye savas selahattin selda selver sema semanur serife sevcan sevil sevinc seyda sezen sezer sezgin silan sinem sirin solin songul suheda sukran talha tayfun taylan tekin tevfik tugrul tulay tulin tuna tuncay turan tutku ulas
umran utku vahit vedat veli veysel yakup yalin yasar yelda yesim yonca yuksel zafer zerda zerin ziya zulal zuleyha
`;

/** Somali, Eritrean and Ethiopian. */
const eastAfrican = `
abdi abdikadir abdirahim abdirizak abdisalam abdiwali abdullahi abeba adan aden alemayehu ambesajir amiin amran anab asad asmeret ayaanle ayan barni barwaqo bashiir beniam berhanu betelhem bethlehem beza bilan bilen bruk caasha
cabdi cali dagmawi dahir dalmar edna eyerusalem ezana fanuel fartun farxiya filimon finan fitsum fowsiya frehiwot freweyni gaal geedi ghebre ghedi ghenet haftom hailay halimo hanad hanibal hiyab hoodo ibado iftin ijabo isaias
jamilo kadra kaleb khadar kidus kisanet ladan letebrhan letina lidya liiban luam mahamed mahder makda maxamed mekonnen melat meseret mohamud muhudin mulugeta muse muuse nasra nasro nasteho nathanael nebyat nuur qali roble rodas
ruqiya ruqiyo saafi saciid sahal salado samsom sennay shamis sharmarke shukriya soliana sucdi suleqa suzana tedros teklay tesfaldet tesfit tewelde tigist timnit tirhas weheliye wintana xaawo xamdi yahye yared yohanna yosef yuusuf
zamzam zebib zekarias zula
`;

/** Afghan and Iranian. */
const persian = `
abdulhamid ahmadshah arzu asef atefa bahram basir behnaz belal benafsha daud davood elaha ezatullah faiz faridoon farkhunda farnaz farshad farzana fatana fawad golnar hashmat hedayat homayoun jamshid mahboob maliha masih masouda
massoud matin maziar milad mitra mortaza mujtaba murtaza nabi nadera nadim nahid naqib naser nasrat nazir palwasha parviz pooya rahmat saboor saleha sanam sedigheh sepehr shafiq shahab shakib shaqayeq sher soheil spozhmai taher
tamana younus zabi zahid zalmai ziba zohre
`;

/** Surinamese and Hindustani. */
const hindustani = `
amrita anish anuradha aradhana arti bhagwan bharat bissoon chander dayanand dharma djoemai djoerie djowie drishti faziela fazil firoz gaitrie gita gobind gracia hari harinder harvey jenice kanta karan kirtan komal krish ludwig
mahendra mala mukesh nalini narain neeraj nitin orpheo otmar padma pranav pratap puja purcy pushpa radhika radj radjinder rani reena rewi rinaldo rishika riya roshan ruggero rupert sahil sandhia sandjai sandjay sangita savita
sherwin shivam shivan sonia sudha suman surendra swati sylvano urwin vandana varun veena vidya vikram vimla virendra vishnu waldo wiraj yogesh
`;

/** Of the Dutch Caribbean. */
const antillean = `
adelaida aldrick amy angeline angelo anthony arelys armando auguste benito carmelita chairon chamar chanaya charlton churandy churmer clarion clifton crismely curley daimy darryl dayron deandra deliana denzel derwin diangelo
dianira divianne djamilla djurensly dwight edsel eldrick elvis emelyn evelina falco farley filomena geomar gerchard germaine ghislaine giandro gilaysha gillian giovanka glenrick gregory gualberto hensley ianthe isaura ithaina
jaimelyn jairon janella jaydrion jeandro jeanelle jeanira jesurun jomar joseline josuel jurandy jurensly jurick jurnelly jurvin katty keanu ladyann lionel lisandra luzmila lysandro magaly marlica marvelyn merick milangela mildred
milton minerva nataly nayara nishaira norayla norwin omayra quendrick quinton raily rainer raisa ramfis reynald richenel rigmar rignald rodrick ronaldo ruendys ruthmila rutsel ruvienne sendrick shadiena shaelyn sharelyn sharinel
sharlon sharmaine sharnaly shurmar siliana soraida suheila suraila tathiana tayrick thaisha urny valdemar vanity vidalis wendrick wilfrido xiolet yahaira yandra yaritza zulaika zuleika
`;

/** West African and Congolese. */
const westAfrican = `
abdoulaye abiola abla ade adebayo adjoa akwasi alhaji alhassan alpha amoako ansah asante awa ayodele ayomide baffour bakari balde bamba blaise boakye chancel chibuike chidera chidinma chike chinonso chisom christvie chukwuemeka
damilola daouda dapo diarra djo dorcas ebenezer ebere ebube ekua emmanuella esosa fabrice femi fiifi funmilayo gifty godfrey godwin grady hauwa hornella ifeanyi ike isatou iyabo jerome jireh kabongo kadijatu kagiso kevine kiese
kweku laetitia lamin landry latifatu maame mabel mamadu mamie marieme mechack mercy merdi modou mpia nana ndeye neema nephtali ngoy nkiruka nnamdi nnenna nsimba oghenekaro olamide olayinka olumide onyeka osaze oumou plamedi
prosper rachele saikou seydou shola sidiki sifa sira souleymane taiwo temitope tochukwu tolu tresor uchenna ugochukwu vianney yaya yewande yusupha
`;

/** East European. */
const eastEuropean = `
adela admir adrian adrianna ajdin ajla alban albana albin albulena aleks aleksandar alen alicja alketa almir almira altin amela amra anastazja anatoliy andra andrii anel anela anhelina aniela antek antoni anzhela arben arber
arbnor ardian ardit arek arlinda arnela artan asen asmir atanas bajro bardh bashkim basia beata bekim belma berina besa besnik biser blagovest blazej bledar blendi blerim blerta bogdana bogomil bogumil borislav boyana bronislaw
bujar calin cezary dafina dagmara dajana damir danijel darek dariusz darko daryna davor dejan dilyana dino dobrawa donika dragan drita driton dumitru dusan edin edina edita egzon eliasz eliona elira elitsa elmedin elona elvir
emanuel emiliia emilka emina endrit enisa erion erisa ermin esad fadil fatbardha fatmir fatos fedir feliks fisnik flamur flutura franciszek franek gabi gabrysia gentian george gezim goran granit haris hata hazim honorata hristo
hryhorii iga ignacy ilinca ilir iliyan inka irek iskra ivana ivanna ivaylo ivelina jagoda janek jarek jasiek jedrzej jeton jolanta jonida jovana julek julita kaja kalin kaloyan kaltrina karyna klea klodian kosta kreshnik kristiyan
krzysiek kuba kujtim lamija lejla lendita leonora leszek lidka lilianna liliia liridon lirim liudmyla lorik lucian lucjan maciek maida marcelina maricica marija martyna marzena matei mateja maurycy medina mergim mersiha mevlida
michalina mieszko mihail mihnea milen milica milos milosz mimoza mirna miron mirsad mitko mladen momchil muamer muhamed muris natan nedim nedyalko nejra nelia nemanja nermina nevena nicusor nikodem ognjen olek patrycja patryk
petar petrica petya piotrek pola pranvera predrag preslav przemek qendrim radek radka ralitsa ranko rasim rejhan remus renata rifat rinor rodica roksana rron rumen rumyana ruslana sabahudin safet saimir sanela sanja sead sejla
semir senad senka sevdalina shkelqim shpend shpresa shqipe skender slavi slavica slawek slobodan snezana snezhana snizhana srdjan stanimir staszek stefka suada suljo svetla svetoslav sylwia tanya teuta tijana tobiasz todor tomasz
tomek traian tsvetan tsvetelina tymek tymon urszula valbona vali valmira valon vanya vasilica vedad vedran velichka velimir velina veselin vesna visar vjollca vjosa vladut vuk wiesia wioleta witek wladyslaw xhevdet yavor yeva
yllka yoana zakhar zana zbyszek zhanna zlatan zlatko zoran zosia zuza
`;

/** Portuguese, Spanish and Cape Verdean. */
const iberian = `
adilson alberto alcides alexandre alondra amilcar anabela andreia araceli ariel arlindo armenio aurelio belmiro benvinda bruna caetano camilo carlitos celeste consuelo cristiano daiane dariana debora dinis djeison djenifer
domingas duarte eliane elisio emiliano ericson euclides eurico evandro fabiana filipe flavio gerardo gilberto goncalo guillermo hector heloisa iara ilda inacio inmaculada itzel ivandro ivone jailson janaina jandir jazmin jeovana
josefa juca laercio larissa leonardo luana lucero lucilia luz madalena mafalda marcia margarida maribel maricela marilia marisa martim mateus matilde maximiliano micaela montserrat natacha nayeli neide neusa octavio odair olavo
osvaldo otavio paola paz rebeca renato reynaldo rogerio rosaria sandro saul sebastiao soledad soraia telmo thais tomas valdir valeria vanda vinicius vitor vitoria yadira yesenia zelia zulema
`;

/** East and South Asian. */
const asian = `
abinaya abishan agash aiyuan ajith akshaya analyn anojan aom apinya aravind arisa arulmozhi arvin ayu balakrishnan baoyi bavani bayu chanida chau chengyu cherry dedi dewa dharshan dharshini dilakshan divina dwi eka endang fitri
gemalyn giang gobika harini hendra hieu hong ika indran intan jaidee jananan jegan jennylyn jerico jhon jhunrey jomel jovelyn junhao kadek kaixin kalyani kamala kanokwan karthika kavishan keerthana kieu kirushan kishore lestari
liying loan logan maricar marites marivic mathusha mayuran melati mingze mithuran nadya ngan nirojan niruban nishanthan oanh pavithra phat phung prasanna qianyi qiaoling quoc quyen ragavan rahayu rajini ramanan ratchanee ratna
ruihan sanjeev sanjeevan saranya selvi senthil shanthini shuyi sinthuja siyuan sobana somjai suganthan sujitha sunee susilo sutharsan thanushan tharshan thinh thoa thuvaraka tianyi tika tuyen utami uthayan vaishnavi vanathi
vasanthi vinothan vithushan vu wenjing wenxuan widya xiaoyan xueqi yalini yathavan yuda yuting yuze zehao zhihao ziheng
`;

/** Armenian, Georgian and Kurdish. */
const caucasian = `
akaki anush ara araks armine arpine ashot ashti astghik avan awaz baban bahroz bakhtiar barham beslan delal diar dlnya dzhokhar edgar ekaterine garnik giorgi govand gvantsa harutyun haval hero hezha hiwa irakli kawa kazhal ketevan
keti khachik khatia khava kheda lanya lasha levan liana luiza madina magomed maia mamuka mari natia nazdar nelli nian nika nma nodar otar ramzan rati rebaz rizgar roj runak rusudan sarbast sardar shalva shamil sherzad shno shota
shwan sirwan sopho tamerlan tamta tato tavga tengiz teona tinatin turpal umar vahan vakhtang vazha zanyar zarema zaur zaza zelimkhan zhiar zhyan zulikhan zurab
`;

/** English. */
const english = `
aaliyah abigail alyssa ashley ashton bailey beverley bradley brandon brayden brianna britney calvin cameron carter casey charity cheyenne christopher cody connor courtney crystal dakota darnell dashawn dayana djamairo djaylan
donovan duncan dustin ebony ethan fallon gavin giselle grayson hayden hunter jada jaquan jarell jayla jaylon jayvon jazzlyn jeremiah jerrold kaylin kaylynn kendra kendrick kenley kenya keyon kyle kylie lashawn latisha lavon leroy
lexi mackenzie madison makayla marquis mason mckenzie mikayla montell nathaniel nevaeh paige parker payton peyton rashida reggie rihanna royston sade scarlett serenity shamar sharina shawn shelby sheldon sherida sherilyn tamika
taylor thaddeus tiana travis trayvon trevor trinity trishna trystan tyron tyson vaughn
`;

/** Italian, Greek, Hungarian, Baltic, Scandinavian and Jewish. */
const european = `
agne aiga aiste alessandro alessia alessio alexandros anastasios andrius antonella apostolos arianna aris arturs athanasia athina austeja avigail aviv avraham balazs barnabas bence bjarne boglarka carmine chaim chana chaya chiara
christos cosimo csaba csilla dagny daina dainius daniella davide deividas despina dimitra dimitris domenico donatella dov ebba edgars efrat eftychia egle eirik eirini eitan eleftheria eleni eliav eliezer elinor elisheva ellinor
eniko erzsebet espen eszter evangelia fabrizio federica ferenc filippo francesca freja gabor georgios gergely gergo giacomo giada gianna giannis gilad gino gintaras giorgia giulio giuseppe graziella gunnar guntis gyorgy gyula
hadar hakon helge idan ieva ilan ilaria ildiko ilze inbal inga ingrida ingvild ioannis istvan itai itamar ittai janis janos johanne jorgen jozsef judit jurgita juris kari karlis kata katalin katerina kitti knut konstantina
konstantinos kostas kristaps krisztian krisztina kyriaki laima laimonas lajos lasse laszlo lauris leif lene liat liga lilla linas linnea lior liron lorant luigi maayan magnus makis malka manolis mantas marcello marios marton
martynas matas mathias mattia matyas menachem michalis mihaly miklos mindaugas modestas morten moshe naama nerijus neringa neta nicolo nikos noga normunds nunzio nurit ole ophir orly orsolya osnat panagiotis panos paolo paraskevi
pasquale pavlos pernille petros petter pietro raffaele raimonds ramunas rasmus reka rimantas rivka rokas roni ronit rosetta sakis salvatore sandis sandor santo saulius shai shani shaul shira shlomo shmuel shoshana sigita signe
silvio siv skaiste solveig soren spyros stavros stelios stig sunniva szabolcs szilvia tadas talia tamas thanasis thanos thorben timea tommaso tova trine tuva tzipora ugne ulrik umberto uri valdas valentino vasiliki vasilis
vassilis vigdis vilma vincenzo vito vytautas yair yakov yannis yehuda yehudit yiannis yigal yitzchak yossi zane zeev zigmas ziv zoi zoltan zsofia zsolt zsuzsanna
`;

/** Of all of these, as other writers spell and choose them. */
const varied = `
abdulahi aghzaf alganesh amleset amnay anelia baer bassel bethelhem bisoon bozhidar chenaya chitra daivienno damya dassine dayvienno demyan denitsa desteny dezlyn dharminder dishano dishon
djaivano djanairo drieka dysean ehsanullah esmatullah evylyn fayena fayola feiko femkje fennechien fieneke fithawi galin galya gatske gerilyn gersely gershon gertje ghezal ghiles ghofran
giovairo giovaro graca gurbe habtamu hadewych hosna illi izem jahleel jahmal jahmani jairzinho jaivano jamac jamina jaydenn jaydeno jayviano jeandrick jeltsje jenaya joudy judi julka jumiati
kartini kasiman kasinem krasimira krzys lailuma lammechien liedewij ludwine lynvaro lys maamoun madhvi maelyn maelynn marsiman mayleen mebrahtom mebrhit metodi mintsje miral mohcine mouaz
muna nawar ngatinah nolynn noorullah noralynn noursin nunja obaidullah ortwin osaid ottoline painem pierke poniman ponirah prewien qaali quincey quinsy qusay qutaiba ravien ravish rayven
rebo reinilde rendel rewika rigmarlyn rital rivaldino rivanno roelfien romkje rosalynn rudsel ruthlyn ryvenno sacdiya sagaal sakiman saliman samidin samiira saminah samsi sanaullah sarinah
satinah selihom semhal sham shanaisa shaquelle shaquill sharine sharlyn shayenna shenaya shirvano shiyu shukria shurendy sichen siebrig silviya siman siqi siwar sjirk skelte soekarni
soelastri soenil soeresh storme tafsut taleen tanina tieske tilelli truuke tsega tsegaye tukinem tuleen ugbad vishaal wagimin wagiran warsini wasiman wateen watse wazhma wiebrig wilmert
xaivano xalimo xavairo xavaro xavienne yanitsa yasmiin yidir yixuan youran yunxi zabiullah zarghuna zhenaya zhenya zhiyuan zoelyn zoelynn zoryana
`;

export const moreFirstNames = [varied, dutchOlder, frisian, modern, biblical, moroccan, arab, turkish, eastAfrican, persian, hindustani, antillean, westAfrican, eastEuropean, iberian, asian, caucasian, english, european].join(" ");
