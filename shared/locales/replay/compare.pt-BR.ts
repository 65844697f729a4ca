import type { CompareTexts } from "./compare-texts.ts";

export const comparePtBR: CompareTexts = {
  open: "Comparar com uma gravação…",
  working: "Comparando…",
  stop: "Cancelar",
  title: "Duas turmas, fase por fase",
  intro: "O que as duas turmas fizeram fica na mesma linha; o que só uma fez deixa um lugar vazio.",
  close: "Voltar à gravação",
  print: "Imprimir",
  save: "Salvar em CSV",
  another: "Outro arquivo…",
  first: "Esta turma: {time}, {neurons}",
  second: "A outra: {time}, {neurons}",
  phase: "Fase",
  strength: "Força depois, % da linha de base",
  gain: "Ganho, pontos",
  synchrony: "Em sincronia, %",
  halves: "Força A · B, %",
  spikes: "Disparos",
  end: "No fim",
  learnt: "Aprendido no teste rápido (ganho normalizado)",
  nothing: "Nenhuma das turmas jogou.",
};
