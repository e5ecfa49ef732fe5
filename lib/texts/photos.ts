/** Words about photos of people: the own one, and one that should not be there. */
export const photoTexts = {
  title: "Je foto",
  lead: "Met een foto herkennen collega's je sneller. Het hoeft niet: zonder foto zien ze je initialen.",
  current: "Zo zien collega's je nu",
  whoSees: "Deze foto zien de mensen in je kernteams en van je samenwerkingsverband. Foto's van leerlingen horen hier niet.",
  profileNote: (hasPhoto: boolean) => (hasPhoto ? "Collega's zien je foto." : "Collega's zien je initialen."),
  toPhoto: (hasPhoto: boolean) => (hasPhoto ? "Wijzig of verwijder je foto" : "Zet er een foto bij"),
  choose: (hasPhoto: boolean) => (hasPhoto ? "Kies een andere foto" : "Kies een foto van jezelf"),
  file: "Foto van jezelf",
  fileHint: "Een foto van ten hoogste 8 MB (JPEG, PNG of WebP). We bewaren alleen het vierkant in het midden, zonder gegevens over plaats, tijd of toestel.",
  save: "Bewaar deze foto",
  remove: "Verwijder mijn foto",
  back: "Terug naar mijn profiel",
  removeOf: "Verwijder de foto",
  removeOfNote: "Haal een foto alleen weg als die hier niet hoort, zoals een foto van iemand anders.",
  problems: {
    NO_FILE: "Kies eerst een foto.",
    NO_LENGTH: "De foto kwam niet goed aan. Kies hem nog een keer.",
    TOO_LARGE: "Deze foto is te groot. Kies een foto van ten hoogste 8 MB.",
    NOT_A_PHOTO: "Dit bestand is geen foto die we kunnen lezen. Kies een JPEG-, PNG- of WebP-bestand.",
    HEIC: "Dit is een HEIC-bestand. Bewaar de foto eerst als JPEG, of kies hem op je telefoon zelf.",
    BROKEN: "Deze foto is beschadigd of niet compleet. Kies een andere foto.",
    TOO_MANY_PIXELS: "Deze foto heeft te veel pixels. Kies een foto van ten hoogste 25 megapixel, of maak hem eerst kleiner.",
    TOO_SMALL: "Deze foto is te klein. Kies een foto van ten minste 100 bij 100 pixels.",
  },
  sendingProblems: {
    FORM_TOO_OLD: "Deze pagina stond te lang open. Kies de foto nog een keer.",
    TOO_OFTEN: "Je hebt kort achter elkaar veel foto's verstuurd. Wacht tien minuten en probeer het opnieuw.",
  },
} as const;

/** Notices after a photo was sent or removed. */
export const photoNotices = {
  "photo-changed": "Je foto is bewaard. Collega's zien hem meteen.",
  "photo-removed": "Je foto is verwijderd. Collega's zien je initialen weer.",
  "person-photo-removed": "De foto is verwijderd. Deze persoon kan zelf een andere plaatsen.",
} as const;
