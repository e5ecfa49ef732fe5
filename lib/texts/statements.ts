/** The two statements at the foot of every page. What depends on the deployment comes from its settings. */
export const statementTexts = {
  privacyTitle: "Privacyverklaring",
  privacyLead: "Kernteam gaat over samenwerken, niet over leerlingen. Dit bewaren we wel en niet.",
  privacy: [
    {
      heading: "Geen leerlingen",
      text: "In Kernteam staan geen namen, geboortedatums of andere gegevens waaraan een leerling te herkennen is. Casussen hebben een schuilnaam, zoals Casus 26-07. De app waarschuwt als er toch een naam of datum in een tekst lijkt te staan.",
    },
    {
      heading: "Wel: de mensen in het kernteam",
      text: "Van de leden bewaren we naam, werkadres voor e-mail, functie, organisatie, werkdagen en, als zij dat willen delen, een telefoonnummer en een foto. Van een foto bewaren we geen plaats, tijd of toestel. Wat je niet meer wilt delen, zet je uit of verwijder je bij je profiel.",
    },
    {
      heading: "Wanneer je werkt en er niet bent",
      text: "Met je werkdagen en de dagen waarop je afwezig bent, zoekt de app momenten voor een bijeenkomst. Je kernteams en wie die begeleidt, zien je werkdagen, dat je afwezig bent en wie je vervangt. Waarom je afwezig bent, vragen we niet. Is je afwezigheid voorbij, dan zien anderen die niet meer; twaalf maanden later wissen we die, met de naam van je vervanger. Werkdagen bewaren we zolang je account bestaat.",
    },
    {
      heading: "Gasten",
      text: "Van iemand van buiten die voor één bijeenkomst is uitgenodigd, bewaren we naam, organisatie en e-mailadres. Een gast ziet via een eigen link alleen de gekozen agendapunten, tot 24 uur na de bijeenkomst. Dertig dagen na de bijeenkomst wissen we het e-mailadres. Was de gast er niet, dan wissen we ook de naam.",
    },
    {
      heading: "Wie ziet wat",
      text: "Je ziet alleen de kernteams waar je vandaag lid van bent. Het samenwerkingsverband ziet teams en bijeenkomsten, maar nooit de tekst van een casus. Elke keer dat iemand een casus leest, leggen we vast wie dat was en wanneer. De tekst van een casus is versleuteld: wie alleen de database heeft, kan hem niet lezen. Uiterlijk aan het eind van het schooljaar na de bespreking wissen we die tekst, met de perspectieven en wat er is afgesproken. Thema, bouw, kansencirkel, successen en lessen blijven. Herkent iemand een leerling, dan kan die de casus meteen stopzetten; niemand leest hem dan nog.",
    },
    {
      heading: "Geen derden",
      text: "Deze site laadt niets van andere websites, volgt je niet en gebruikt alleen cookies die nodig zijn om in te loggen.",
    },
    {
      heading: "Je rechten",
      text: "Je kunt je gegevens inzien en aanpassen bij je profiel. Voor andere vragen is de beheerder van je samenwerkingsverband je aanspreekpunt.",
    },
  ],
  accessibilityTitle: "Toegankelijkheidsverklaring",
  accessibilityLead: "Iedereen moet Kernteam kunnen gebruiken: met een toetsenbord, een schermlezer, op een telefoon en zonder JavaScript.",
  accessibility: [
    {
      heading: "Waar we naar streven",
      text: "We bouwen volgens WCAG 2.2, niveau AA. Elke pagina in onze tests wordt automatisch gecontroleerd en met alleen het toetsenbord doorlopen.",
    },
    {
      heading: "Wat nog niet is onderzocht",
      text: "Een onafhankelijk onderzoek door een specialist is nog niet gedaan. De organisatie die deze site aanbiedt, publiceert daarna de officiële verklaring.",
    },
    {
      heading: "Loop je ergens tegenaan",
      text: "Meld het bij de organisator van je samenwerkingsverband. Noem de pagina en wat er niet lukte.",
    },
  ],
} as const;
