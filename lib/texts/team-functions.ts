/** The usual functions in a core team, as professionals call them; a samenwerkingsverband may rename its own. */
export const teamFunctionTexts = {
  INTERNAL_COACH: "IB'er",
  CARE_COORDINATOR: "Zorgcoördinator",
  DIRECTOR: "Directeur",
  TEAM_LEADER: "Teamleider",
  YOUTH_COACH: "CJG-coach",
  YOUTH_NURSE: "Jeugdverpleegkundige",
  YOUTH_DOCTOR: "Schoolarts",
  ATTENDANCE_OFFICER: "Leerplichtambtenaar",
  ATTENDANCE_OFFICER_18: "Leerplichtambtenaar of RMC-consulent",
  EDUCATION_CONSULTANT: "Onderwijsconsulent",
  EDUCATION_GUIDE: "Begeleider passend onderwijs",
} as const;
