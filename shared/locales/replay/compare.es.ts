import type { CompareTexts } from "./compare-texts.ts";

export const compareEs: CompareTexts = {
  open: "Comparar con una grabación…",
  working: "Comparando…",
  stop: "Cancelar",
  title: "Dos clases, fase por fase",
  intro: "Lo que hicieron las dos clases está en la misma línea; lo que hizo solo una deja un lugar vacío.",
  close: "Volver a la repetición",
  print: "Imprimir",
  save: "Guardar en CSV",
  another: "Otro archivo…",
  first: "Esta clase: {time}, {neurons}",
  second: "La otra: {time}, {neurons}",
  phase: "Fase",
  strength: "Fuerza después, % de la línea de base",
  gain: "Ganancia, puntos",
  synchrony: "En sincronía, %",
  halves: "Fuerza A · B, %",
  spikes: "Disparos",
  end: "Al final",
  learnt: "Aprendido en el test rápido (ganancia normalizada)",
  nothing: "Ninguna de las clases jugó.",
};
