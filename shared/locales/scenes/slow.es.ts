import type { SlowTexts } from "./slow-texts.ts";

export const slowEs: SlowTexts = {
  short: "Lento (S)",
  watch: "Ver el momento decisivo en cámara lenta",
  title: "El momento decisivo",
  steps: {
    arrive: "Los disparos llegan a las sinapsis",
    glutamate: "El glutamato cruza la hendidura y se une",
    ampa: "Se abren receptores AMPA: entra sodio",
    depolarises: "Juntos despolarizan la dendrita",
    magnesium: "El Mg²⁺ sale donde hay glutamato unido",
    plugged: "Pocos o a destiempo: el Mg²⁺ sigue en el poro",
    calcium: "Entra calcio: estas sinapsis van a crecer",
    spike: "La célula dispara",
  },
  begin: "Un instante antes",
  play: "Continuar",
  pause: "Pausar",
  back: "Un paso atrás",
  forward: "Un paso adelante",
  close: "Cerrar",
  slower: "{times} veces más lento que en la célula",
};
