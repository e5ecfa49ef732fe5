// English words that Dutch texts use for games, bands, apps and care, and that nobody is called by. Composed by hand.

/** What people write as they speak, though a list has it as a name: always a word. */
export const spokenWords =
  "nie wa da hoor ewa bro bruh wollah wallah tantoe fissa sick vet mattie matti homie dude pff tja joh zeg nou hè eh ehm oei ai jeetje hoera enzo ofzo gewoonweg plots alom dankzij aub svp btw fyi";

export const englishWords =
  "about action active adventure after again alien all all-in always amazing anger animal answer anxiety arcade army around attack attention awesome baby back bad bag ball band bank basic battle beach bear beat because bed before " +
  "behind being best better big bike bird birthday black blast block blocks blog blood blue board body boost boss both bottle bowl box boy boys brain brave bread break bright bring brother brothers brush bubble buddy build builder " +
  "bullet burger business busy butterfly button call camp candy captain car card cards care case cash cat catch center chain challenge change chat check check-in check-out cheese chicken child children choice circle city clash class " +
  "clean click climb clock close cloud clue coach coaching coaster code coding coffee cold color colour combat comic coming common company connect control cook cookie cool corner count country craft crash crazy cream creative creator " +
  "crew crossing crown crush cube cup cut cyber daily dance dancing dark data date day days dead deal deep demon design desk detective dice dinner dirty discovery doctor dog doing door double down dragon dragons dream drink drive " +
  "drum dry duck dungeon dynamic each eagle early earth east easy eat egg eight email emotion emotions empty end energy engine english enter escape evening every evil exam exit explore extra eye eyes face fact factory fail fair fairy " +
  "fall family fan fantasy farm fashion fast father fear feed feedback feel feeling feelings festival field fight fighter figure film final find fire first fish fit five flash flat flexible flight flip floor flow fly focus follow " +
  "food foot football force forest forever four fox free freedom fresh friday friend friends friendship from front frozen fruit full fun funny future game gamer games gaming garden gate get ghost giant girl girls give glass global " +
  "goal going gold good grand great green grey group grow growing guard guess guitar gun half hand hands happy hard head health healthy hear heart heavy hello help here hero heroes hidden high history hit hold hole home homework " +
  "horror horse hospital hot hotel hour house how human hunt hunter hurry ice idea ideas imagine inner inside instant into iron island jail join joke journey juice jump jumping jungle junior just keep key kick kid kids kill killer " +
  "kind kingdom kiss kit kitchen kitten kitty know knowledge lab lady land large last late later laugh law lazy leader learn learner learning leave left legend legends less letter level levels life lifestyle light lights like line " +
  "link little live living local lock long look loop lost loud love low luck lucky lunch machine mad made magic mail main make maker making man manager many map market mate maths matter maze meal media medicine meet meeting memory " +
  "men mental message middle mighty mindset mini minute mirror missing mission mix mobile modern moment monday money monkey monster monsters month more morning most mother motion motor mountain mouse mouth move movement movie much " +
  "multi music my mystery name need never new news next nice night nine ninja noise normal north nothing now number ocean off office official old online only open orange order other our out outside over own pack page paint panda " +
  "paper parent parents park part party path pay peace pen people perfect person pet phone photo piano picture pilot pink pirate pixel pizza place plan planet plant play playbook player playground playing please plus pocket point " +
  "police pop positive potion power preschool present pretty prize pro problem program progress project puppy purple purpose puzzle quality queen quest question quick quiet quiz race racing radio rain rainbow rap read reader reading " +
  "ready real really red relax remember reset respect rest rich ride right rise risk road robot rock roll room round royale rules run runner running sad safe safety same save say school science score sea search season seat second " +
  "secret see self sensory series serious set seven shadow shake shape share shark sheet ship shoe shop short show shuttle side sign silent simple sing sister sit six skate skill skills sleep slime slow small smart smile smooth snack " +
  "snake snow social soft solar solo some song soon sound soup south space spark speak special speech speed spelling spider spin spirit sport sports spot spring square stage stand start station stay steal steam step steps stick still " +
  "stone stop store story straight strange street stress string strong student studio study stuff style subway success sugar suit sunday super support surf surfers surprise survival swap sweet swim switch system table tactics tag " +
  "take talent talk talking tall task teacher teaching team tear tears tech teen teenager tell test text thanks that the their then there they thing things think thinking third this thought three through throw thumb thursday ticket " +
  "tiger tiktoker time timeline timer tiny tip tired today together toilet tomorrow tongue tool toolbox tools top touch tough tour tower town toy toys track trade traffic trail train trainer training trap trash travel treasure treat " +
  "tree trick trip trouble truck true trust truth try tuesday turn turtle twice twin twins two type ultimate under universe until up update upgrade user valley very video view village virtual visit visual voice wait walk wall want " +
  "war warrior warriors watch water wave way weather web website week weekend welcome well west wet what wheel wheels when where white who whole why wide wild win wind window wings winner wish with without wizard wonder wood word " +
  "words work worker working workout workshop world worry write writer writing wrong year yellow yes young your youth zero zombie zombies zone";
