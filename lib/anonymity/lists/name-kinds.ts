// Names of which more is to be said than that they are names. Composed by hand.

/** Names that are words as well, though hardly anybody uses those in such a text: they count unless an article stands before. */
export const mostlyNames = `
lex ferry flora pip lode riek boet trien keetje rozemarijn zwaantje fokje klaasje ronin stans sjirk vieve jeu minne aster nanny wiel guus ole wied ank rosalinde sjaan
joke karst margriet omer pietje rietje roemer roosje alma aurora ava bente berber bob bobby dahlia demi dien donna jack jade joe joel jon joop lies linde mees merel mies mina nel nova sem sep
iris rex ria rik rob serge wiep zonne noel anne bas jan violet viola lou gemma gloria emir rune maren marina tuur els ellen jet vishal ester puck lotje kaatje keesje boaz odin olaf roan
daan dirk tygo jasmijn noortje bram linus pelle titus wies maxim amber ties sil beau bobbie teddy fiep lux aya bridget lev mimi myra rhys sten trees kaan dagmar fien mehari fee bep babs kick aagje elif wietse flo tygo saar vlinder roan guusje ted
`;

/** Short names (two or three letters) that are found in lower case too. Other short names need a capital. */
export const shortNamesInLowerCase = `
aad abe ali amy ana arda ayu cem coy daf dex dua ece eda eef efe ela eva evi evy fay gea ian ico ida ina isa ivo ivy jay jef jim jip joy kai kaj kay
kim ada ank ans kyo lea leo lia liv liz loa mae mia mya nia noa ona pam pim pia rob ray roy sam seb sef sev siv sil teo tim tom tuo vik wim xem yan zac zoe zev jan
`;

/** Names that are also verbs, adjectives, months and the like: such a word stands in a sentence without an article anyway. */
export const weakWordNames = `
wil lief lieve ben den dan don mei may will can son tam long april maart august augustus juni juli job gul rein hard ede happy enzo
hoop rust vreugde liefde regen zon sneeuw kruid heide per pas gust ward min elke nam nader
`;

/** Syllables of Chinese first names as they are spelt here: two of them in a row are a name, also in lower case. */
export const chineseSyllables = `
ai an bao bin bo chen cheng chun dan de dong fang fei feng fu gang guo hai han hao he hong hua huan hui jia jian jie jin jing jun kai kang lan lei li lian liang lin ling long lu mei min ming na nan ning ping qi qian qiang qin qing rong ru rui shan shu si tao tian ting wan wei wen xi xia xian xiang xiao xin xing xiu xu xue yan yang yi ying yong yu yuan yue yun zhen zheng zhi zhong zi
`;

/** Names of two letters. In lower case they count after "met", "van" and the like. */
export const tinyNames = `bo mo jo ed an co ab ad li bé io ty`;

/** Surnames that mean somebody, or an animal, of whom one speaks with an article: bare, "met bakker" is somebody who is called so. */
export const countedSurnames = `
bakker bakkers visser vissers kok mulder mulders smit smits schipper schippers dekker dekkers kuiper kuipers timmerman jager jagers koster kosters brouwer brouwers kramer kramers slager molenaar schoenmaker kleermaker snijder snijders schreuder wever wevers verver boer boers koning konings ridder prins keizer graaf hertog bisschop monnik stuurman
veerman zeeman landman huisman bouwman hofman bosman wagenaar wagenmaker zadelmaker drost ruiter herder hendriks peters willems jansen postma kramer vos wolf haan leeuw valk arend vink zwaan spreeuw meeuw kraai raven ekster specht reiger buizerd haas
`;

/** Adjectives that would have an e after "de": "de wit" is somebody. */
export const bareAdjectives = `wit groot jong bruin zwart wild kort lang rood rooij vries bont vroom kleijn klein blank nijs kwaad haan graaf bruijn waard rijk`;

/** First names that mean one thing or creature, which has an article, or that are a word in English only: bare, "met roos" is somebody. */
export const countedFirstNames = `
roos rose bloem beer bear wolf vos tijger tiger ster star parel perel robijn saffier bink lot linde mees merel vlinder lynx jaguar phoenix dove raven zwaan arend engel roman jong storm fee elf
nio river hope faith grace destiny blessing precious genesis patience rain melody harmony sunny sky summer hunter parker carter prince princess ocean forest reef angel boy rocky skip
`;
