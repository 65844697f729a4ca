import type { SlowTexts } from "./slow-texts.ts";

export const slowPtBR: SlowTexts = {
  short: "Lento (S)",
  watch: "Ver o momento decisivo em câmera lenta",
  title: "O momento decisivo",
  steps: {
    arrive: "Os disparos chegam às sinapses",
    glutamate: "O glutamato cruza a fenda e se liga",
    ampa: "Receptores AMPA se abrem: entra sódio",
    depolarises: "Juntas, elas despolarizam o dendrito",
    magnesium: "O Mg²⁺ sai onde há glutamato ligado",
    plugged: "Poucos e fora de hora: o Mg²⁺ fica no poro",
    calcium: "Entra cálcio: estas sinapses vão crescer",
    spike: "A célula dispara",
  },
  begin: "Um instante antes",
  play: "Continuar",
  pause: "Pausar",
  back: "Um passo atrás",
  forward: "Um passo à frente",
  close: "Fechar",
  slower: "{times} vezes mais lento que na célula",
};
