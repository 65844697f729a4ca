/**
 * Words that are no name for a projector in a classroom, as they sound once look-alikes are folded (fold.ts): no accents, no
 * capitals. `within` counts anywhere in a name, `whole` only as a word of its own, since harmless names contain it.
 * A name with one of them is quietly not taken; nobody is told why.
 */
export interface UnfitWords {
  readonly within: readonly string[];
  readonly whole: readonly string[];
}

export const UNFIT: Readonly<Record<"en" | "pt-BR" | "es", UnfitWords>> = {
  en: {
    within: ["fuck", "bitch", "asshole", "nigger", "nigga", "faggot", "whore", "bastard", "hitler", "bullshit", "porn"],
    whole: [
      "shit",
      "cunt",
      "dick",
      "cock",
      "penis",
      "tits",
      "slut",
      "fag",
      "nazi",
      "rape",
      "sex",
      "sexy",
      "anus",
      "cum",
    ],
  },
  "pt-BR": {
    within: [
      "caralho",
      "buceta",
      "boceta",
      "piroca",
      "punheta",
      "arrombad",
      "cuzao",
      "cuzinho",
      "xoxota",
      "foder",
      "fodase",
    ],
    whole: ["porra", "puta", "puto", "merda", "bosta", "viado", "veado", "cu", "rola", "pau", "foda", "bicha", "corno"],
  },
  es: {
    within: ["mierda", "pendej", "cabron", "gilipoll", "chingad", "chingar", "culero", "marica", "joder", "hijoputa"],
    whole: ["puta", "puto", "verga", "polla", "pito", "culo", "tetas", "zorra", "coger", "follar", "pija"],
  },
};

/** Names under which somebody would speak as somebody else. */
export const TAKEN_ROLES = [
  ..."teacher professor professora prof profe profesor profesora maestro maestra admin host moderator".split(" "),
] as const;
