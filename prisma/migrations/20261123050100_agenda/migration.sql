-- The agenda of each meeting, and the standaardagenda's with which they begin.

CREATE TYPE "AgendaStanding" AS ENUM ('NONE', 'SUCCESSES', 'AGREEMENTS', 'NEWS', 'CASES', 'EVALUATION');
CREATE TYPE "AgendaOrigin" AS ENUM ('EDUCATION', 'YOUTH_CARE', 'BOTH');

CREATE TABLE "agenda_template" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "name" TEXT NOT NULL,
    "goals" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agenda_template_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agenda_template_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "explanation" TEXT,
    "questions" TEXT[],
    "minutes" INTEGER NOT NULL,
    "standing" "AgendaStanding" NOT NULL DEFAULT 'NONE',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agenda_template_item_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "agenda" (
    "meeting_id" UUID NOT NULL,
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "name" TEXT NOT NULL,
    "goals" TEXT[],

    CONSTRAINT "agenda_pkey" PRIMARY KEY ("meeting_id")
);

CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consortium_id" UUID NOT NULL,
    "core_team_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER,
    "title" TEXT NOT NULL,
    "explanation" TEXT,
    "questions" TEXT[],
    "minutes" INTEGER NOT NULL,
    "origin" "AgendaOrigin",
    "standing" "AgendaStanding" NOT NULL DEFAULT 'NONE',
    "added_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "agenda_template_once_per_kind" ON "agenda_template"("consortium_id", "kind");
CREATE UNIQUE INDEX "agenda_template_id_consortium_id_key" ON "agenda_template"("id", "consortium_id");
CREATE UNIQUE INDEX "agenda_meeting_id_core_team_id_key" ON "agenda"("meeting_id", "core_team_id");
CREATE UNIQUE INDEX "agenda_item_id_meeting_id_key" ON "agenda_item"("id", "meeting_id");
CREATE INDEX "agenda_item_added_by_id_idx" ON "agenda_item"("added_by_id");

-- No two items share a place. Asked at the end of a statement, so that one statement can order them all.
ALTER TABLE agenda_template_item ADD CONSTRAINT agenda_template_item_has_its_place UNIQUE (template_id, position) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_has_its_place UNIQUE (meeting_id, position) DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE agenda_template_item ADD CONSTRAINT agenda_template_item_takes_a_while CHECK (minutes BETWEEN 1 AND 240);
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_takes_a_while CHECK (minutes BETWEEN 1 AND 240);
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_has_a_place_or_was_removed CHECK ((position IS NULL) = (removed_at IS NOT NULL));
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_of_somebody_has_a_side CHECK ((added_by_id IS NULL) = (origin IS NULL));

ALTER TABLE "agenda_template" ADD CONSTRAINT "agenda_template_consortium_id_fkey" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agenda_template_item" ADD CONSTRAINT "agenda_template_item_template_id_consortium_id_fkey" FOREIGN KEY ("template_id", "consortium_id") REFERENCES "agenda_template"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agenda" ADD CONSTRAINT "agenda_meeting_id_core_team_id_fkey" FOREIGN KEY ("meeting_id", "core_team_id") REFERENCES "meeting"("id", "core_team_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agenda" ADD CONSTRAINT "agenda_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_core_team_id_fkey" FOREIGN KEY ("meeting_id", "core_team_id") REFERENCES "meeting"("id", "core_team_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_core_team_id_consortium_id_fkey" FOREIGN KEY ("core_team_id", "consortium_id") REFERENCES "core_team"("id", "consortium_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who sees and changes what. The worker, which writes the mails and calendar entries, sees nothing of an agenda -----------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agenda_template', 'agenda_template_item', 'agenda', 'agenda_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO kt_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

GRANT SELECT ON agenda_template TO kt_app;
GRANT UPDATE (name, goals, version) ON agenda_template TO kt_app;
CREATE POLICY related_reads ON agenda_template FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));
CREATE POLICY guides_change ON agenda_template FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

GRANT SELECT, INSERT, DELETE ON agenda_template_item TO kt_app;
GRANT UPDATE (position, title, explanation, questions, minutes, version) ON agenda_template_item TO kt_app;
CREATE POLICY related_reads ON agenda_template_item FOR SELECT TO kt_app USING (consortium_id = ANY (ARRAY(SELECT my_working_consortia())));
CREATE POLICY guides_add ON agenda_template_item FOR INSERT TO kt_app
  WITH CHECK (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY guides_change ON agenda_template_item FOR UPDATE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY guides_remove ON agenda_template_item FOR DELETE TO kt_app
  USING (consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

GRANT SELECT, INSERT ON agenda TO kt_app;
GRANT UPDATE (kind, name, goals) ON agenda TO kt_app;
CREATE POLICY members_and_staff_read ON agenda FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY planners_make ON agenda FOR INSERT TO kt_app WITH CHECK (
  core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY planners_change ON agenda FOR UPDATE TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

-- Everybody of the team adds and changes the own items; who plans the meetings arranges all. No item is ever deleted.
GRANT SELECT, INSERT ON agenda_item TO kt_app;
GRANT UPDATE (position, title, explanation, questions, minutes, origin, version, removed_at) ON agenda_item TO kt_app;
CREATE POLICY members_and_staff_read ON agenda_item FOR SELECT TO kt_app USING (
  core_team_id = ANY (ARRAY(SELECT my_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));
CREATE POLICY members_add_and_planners_copy ON agenda_item FOR INSERT TO kt_app WITH CHECK (
  (added_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())))
  OR (added_by_id IS NULL AND core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams())))
  OR ((added_by_id IS NULL OR added_by_id = current_person()) AND consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER')))));
CREATE POLICY author_and_planners_change ON agenda_item FOR UPDATE TO kt_app USING (
  (added_by_id = current_person() AND core_team_id = ANY (ARRAY(SELECT my_core_teams())))
  OR core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))
  OR consortium_id = ANY (ARRAY(SELECT my_consortia('PROCESS_COACH', 'ORGANISER'))));

-- What there is already: every samenwerkingsverband gets the standaardagenda's of lib/agenda-templates/default-templates, and every
-- meeting that is still to come the agenda of its kind -------------------------------------------------------------------------

CREATE TEMP TABLE default_agenda ON COMMIT DROP AS SELECT * FROM jsonb_to_recordset($agendas$
[
  {"kind":"ACQUAINTANCE","name":"Kennismaken","goals":["Elkaar kennen: gezicht, functie en organisatie.","Weten wie je met welke vraag kunt bellen, en wanneer."],"items":[
    {"title":"Successen","explanation":"Begin met wat goed ging. Dat mag klein zijn.","questions":["Wat ging er goed in onze samenwerking, en wat droeg daaraan bij?"],"minutes":10,"standing":"SUCCESSES","position":1},
    {"title":"Kennismaken","explanation":"Ieder stelt zich kort voor. Wie nieuw is, begint.","questions":["Voor welke organisatie werk je, en op welke dagen?","Wat wil je dat de anderen van je werk weten?"],"minutes":20,"standing":"NONE","position":2},
    {"title":"Vorige afspraken","explanation":"Wat is gedaan, wat loopt nog, en wie heeft hulp nodig?","questions":[],"minutes":10,"standing":"AGREEMENTS","position":3},
    {"title":"Nieuws uit de organisaties","explanation":null,"questions":["Wat verandert er in jouw organisatie waar de anderen iets van merken?"],"minutes":10,"standing":"NEWS","position":4},
    {"title":"Wie vraag je wat?","explanation":null,"questions":["Met welke vraag kan de school het best bij jou terecht?","Wat doe jij wel vanuit je functie, en wat niet?"],"minutes":15,"standing":"NONE","position":5},
    {"title":"Evaluatie","explanation":"Een korte ronde langs iedereen.","questions":["Wat neem je mee uit deze bijeenkomst?","Wat doen we de volgende keer anders?"],"minutes":10,"standing":"EVALUATION","position":6}]},
  {"kind":"AVAILABILITY","name":"Nabijheid en beschikbaarheid","goals":["Elkaar snel weten te vinden, ook tussen de bijeenkomsten.","Weten hoe we elkaar aanvullen.","Afspreken hoe we bereikbaar zijn."],"items":[
    {"title":"Successen","explanation":"Begin met wat goed ging. Dat mag klein zijn.","questions":["Wat ging er goed in onze samenwerking, en wat droeg daaraan bij?"],"minutes":5,"standing":"SUCCESSES","position":1},
    {"title":"Vorige afspraken","explanation":"Wat is gedaan, wat loopt nog, en wie heeft hulp nodig?","questions":[],"minutes":5,"standing":"AGREEMENTS","position":2},
    {"title":"Nieuws uit de organisaties","explanation":null,"questions":["Wat verandert er in jouw organisatie waar de anderen iets van merken?"],"minutes":10,"standing":"NEWS","position":3},
    {"title":"Hoe werken we complementair?","explanation":null,"questions":["Wat doe jij wel vanuit je functie, en wat niet?","Waar vullen we elkaar aan, en waar doen we werk dubbel?"],"minutes":15,"standing":"NONE","position":4},
    {"title":"Waar staat er spanning op de relatie?","explanation":"Vaak is het geen onwil: ieder werkt binnen andere kaders.","questions":["Waar loopt de samenwerking stroef?","Welke kaders van een ander kende je nog niet?"],"minutes":10,"standing":"NONE","position":5},
    {"title":"Wanneer breiden we het team tijdelijk uit?","explanation":null,"questions":["Wie van buiten het kernteam hebben we soms nodig, waarvoor en hoelang?"],"minutes":10,"standing":"NONE","position":6},
    {"title":"Hoe zijn we bereikbaar?","explanation":"Leg vast wat jullie afspreken.","questions":["Hoe en op welke dagen ben je te bereiken?","Bij wie kan de school terecht als jij er niet bent?"],"minutes":10,"standing":"NONE","position":7},
    {"title":"Evaluatie","explanation":"Een korte ronde langs iedereen.","questions":["Wat neem je mee uit deze bijeenkomst?","Wat doen we de volgende keer anders?"],"minutes":10,"standing":"EVALUATION","position":8}]},
  {"kind":"SMALL_TEAM","name":"Klein overleg IB, CJG en SWV","goals":["Samen kijken naar de vragen die nu op school spelen.","Weten wie van ons welke vraag oppakt."],"items":[
    {"title":"Successen","explanation":"Begin met wat goed ging. Dat mag klein zijn.","questions":["Wat ging er goed in onze samenwerking, en wat droeg daaraan bij?"],"minutes":5,"standing":"SUCCESSES","position":1},
    {"title":"Vorige afspraken","explanation":"Wat is gedaan, wat loopt nog, en wie heeft hulp nodig?","questions":[],"minutes":10,"standing":"AGREEMENTS","position":2},
    {"title":"Nieuws uit de organisaties","explanation":null,"questions":["Wat verandert er in jouw organisatie waar de anderen iets van merken?"],"minutes":10,"standing":"NEWS","position":3},
    {"title":"Casussen","explanation":"Anoniem: geen namen, en niets waaraan een leerling te herkennen is.","questions":["Welke vragen spelen er nu op school?","Wat is er nodig?"],"minutes":25,"standing":"CASES","position":4},
    {"title":"Wie pakt wat op?","explanation":null,"questions":["Bij welke vragen betrekken we de CJG-coach eerder?","Wanneer komt de onderwijsconsulent in beeld?","Wat nemen we mee naar het hele kernteam?"],"minutes":15,"standing":"NONE","position":5},
    {"title":"Evaluatie","explanation":"Een korte ronde langs iedereen.","questions":["Wat neem je mee uit deze bijeenkomst?","Wat doen we de volgende keer anders?"],"minutes":10,"standing":"EVALUATION","position":6}]},
  {"kind":"PROFESSIONALISING","name":"Samen verder professionaliseren","goals":["Het kernteam zichtbaar maken op school.","Het kernteam gewoon maken voor ouders en leerkrachten.","Weten wat we samen willen leren."],"items":[
    {"title":"Successen","explanation":"Begin met wat goed ging. Dat mag klein zijn.","questions":["Wat ging er goed in onze samenwerking, en wat droeg daaraan bij?"],"minutes":5,"standing":"SUCCESSES","position":1},
    {"title":"Vorige afspraken","explanation":"Wat is gedaan, wat loopt nog, en wie heeft hulp nodig?","questions":[],"minutes":10,"standing":"AGREEMENTS","position":2},
    {"title":"Nieuws uit de organisaties","explanation":null,"questions":["Wat verandert er in jouw organisatie waar de anderen iets van merken?"],"minutes":10,"standing":"NEWS","position":3},
    {"title":"Het kernteam zichtbaar en gewoon","explanation":null,"questions":["Hoe weten leerkrachten wie er in het kernteam zitten, en hoe brengen ze een vraag in?","Hoe vertellen we ouders over het kernteam?"],"minutes":20,"standing":"NONE","position":4},
    {"title":"Wat willen we samen leren?","explanation":"Bijvoorbeeld over Veilig Thuis, de Beschermtafel of thuiszitters.","questions":["Wat versta jij vanuit je functie onder regie voeren?","Van veiligheid naar onveiligheid: wie is wanneer aan zet?","Waarover willen we meer weten, en wie kan ons dat vertellen?"],"minutes":20,"standing":"NONE","position":5},
    {"title":"Evaluatie","explanation":"Een korte ronde langs iedereen.","questions":["Wat neem je mee uit deze bijeenkomst?","Wat doen we de volgende keer anders?"],"minutes":10,"standing":"EVALUATION","position":6}]},
  {"kind":"IN_DEPTH","name":"Verdieping met casuïstiek","goals":["Van elkaar leren aan de hand van casussen.","Samen zien wat je los van elkaar niet ziet."],"items":[
    {"title":"Successen","explanation":"Begin met wat goed ging. Dat mag klein zijn.","questions":["Wat ging er goed in onze samenwerking, en wat droeg daaraan bij?"],"minutes":5,"standing":"SUCCESSES","position":1},
    {"title":"Vorige afspraken","explanation":"Wat is gedaan, wat loopt nog, en wie heeft hulp nodig?","questions":[],"minutes":10,"standing":"AGREEMENTS","position":2},
    {"title":"Nieuws uit de organisaties","explanation":null,"questions":["Wat verandert er in jouw organisatie waar de anderen iets van merken?"],"minutes":5,"standing":"NEWS","position":3},
    {"title":"Casussen","explanation":"Anoniem: geen namen, en niets waaraan een leerling te herkennen is.","questions":["Wat is de vraag, in één zin?","Wat gaat er goed?","Hoe kijkt ieder ernaar vanuit de eigen functie?","Wie is nu aan zet, en wat doen we juist niet?"],"minutes":35,"standing":"CASES","position":4},
    {"title":"Preventie","explanation":null,"questions":["Welk thema komt vaker terug, en wat kunnen we daar samen aan doen voor leerlingen en ouders?"],"minutes":10,"standing":"NONE","position":5},
    {"title":"Evaluatie","explanation":"Een korte ronde langs iedereen.","questions":["Wat neem je mee uit deze bijeenkomst?","Wat doen we de volgende keer anders?"],"minutes":10,"standing":"EVALUATION","position":6}]},
  {"kind":"NETWORK","name":"Netwerkbijeenkomst","goals":["Leren van wat op andere scholen werkt.","Elkaar vinden op wat scholen gemeen hebben."],"items":[
    {"title":"Successen","explanation":"Begin met wat goed ging. Dat mag klein zijn.","questions":["Wat ging er goed in onze samenwerking, en wat droeg daaraan bij?"],"minutes":10,"standing":"SUCCESSES","position":1},
    {"title":"Vorige afspraken","explanation":"Wat is gedaan, wat loopt nog, en wie heeft hulp nodig?","questions":[],"minutes":5,"standing":"AGREEMENTS","position":2},
    {"title":"Nieuws uit de organisaties","explanation":null,"questions":["Wat verandert er in jouw organisatie waar de anderen iets van merken?"],"minutes":10,"standing":"NEWS","position":3},
    {"title":"Geleerde lessen","explanation":null,"questions":["Wat werkt op jouw school in het kernteam, en waardoor?","Welke vraag zou je een andere school willen stellen?"],"minutes":25,"standing":"NONE","position":4},
    {"title":"Wat hebben onze scholen nodig?","explanation":null,"questions":["Waar ligt de behoefte van jouw school?","Met wie kun je dat samen oppakken?"],"minutes":15,"standing":"NONE","position":5},
    {"title":"Evaluatie","explanation":"Een korte ronde langs iedereen.","questions":["Wat neem je mee uit deze bijeenkomst?","Wat doen we de volgende keer anders?"],"minutes":10,"standing":"EVALUATION","position":6}]},
  {"kind":"OTHER","name":"Andere bijeenkomst","goals":["Bespreken wat nu aandacht vraagt."],"items":[
    {"title":"Successen","explanation":"Begin met wat goed ging. Dat mag klein zijn.","questions":["Wat ging er goed in onze samenwerking, en wat droeg daaraan bij?"],"minutes":10,"standing":"SUCCESSES","position":1},
    {"title":"Vorige afspraken","explanation":"Wat is gedaan, wat loopt nog, en wie heeft hulp nodig?","questions":[],"minutes":10,"standing":"AGREEMENTS","position":2},
    {"title":"Nieuws uit de organisaties","explanation":null,"questions":["Wat verandert er in jouw organisatie waar de anderen iets van merken?"],"minutes":10,"standing":"NEWS","position":3},
    {"title":"Onderwerp van deze bijeenkomst","explanation":null,"questions":["Wat is de vraag, en wie denken er mee?","Wat spreken we af?"],"minutes":35,"standing":"NONE","position":4},
    {"title":"Evaluatie","explanation":"Een korte ronde langs iedereen.","questions":["Wat neem je mee uit deze bijeenkomst?","Wat doen we de volgende keer anders?"],"minutes":10,"standing":"EVALUATION","position":5}]}
]
$agendas$) AS t(kind "MeetingKind", name text, goals text[], items jsonb);

INSERT INTO agenda_template (consortium_id, kind, name, goals) SELECT c.id, d.kind, d.name, d.goals FROM consortium c CROSS JOIN default_agenda d;

INSERT INTO agenda_template_item (consortium_id, template_id, position, title, explanation, questions, minutes, standing)
SELECT t.consortium_id, t.id, i.position, i.title, i.explanation, i.questions, i.minutes, i.standing
FROM agenda_template t JOIN default_agenda d ON d.kind = t.kind
CROSS JOIN jsonb_to_recordset(d.items) AS i(position integer, title text, explanation text, questions text[], minutes integer, standing "AgendaStanding");

INSERT INTO agenda (meeting_id, consortium_id, core_team_id, kind, name, goals)
SELECT m.id, m.consortium_id, m.core_team_id, t.kind, t.name, t.goals
FROM meeting m JOIN agenda_template t ON t.consortium_id = m.consortium_id AND t.kind = m.kind WHERE NOT m.cancelled AND m.ends_at > now();

-- Places leave room for what is put in between, as in lib/agenda/rules.
INSERT INTO agenda_item (consortium_id, core_team_id, meeting_id, position, title, explanation, questions, minutes, standing)
SELECT a.consortium_id, a.core_team_id, a.meeting_id, i.position * 1000, i.title, i.explanation, i.questions, i.minutes, i.standing
FROM agenda a JOIN agenda_template t ON t.consortium_id = a.consortium_id AND t.kind = a.kind JOIN agenda_template_item i ON i.template_id = t.id;
