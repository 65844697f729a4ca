import type { ReportTexts } from "./report-texts.ts";

export const reportPtBR: ReportTexts = {
  title: "O que a nossa turma fez",
  print: "Imprimir",
  close: "Voltar à gravação",
  class: "{neurons} e uma célula.",
  rounds: "Rodada por rodada",
  round: "Rodada",
  spikes: "Disparos",
  synchrony: "Sincronia",
  after: "Força depois, A e B",
  shown: "Mostrou",
  yes: "sim",
  no: "não",
  plot: "A curva da LTP",
  neuron: "A história de um neurônio",
  story:
    "{name}, neurônio {seat}, tocou {taps} vezes. Sua sinapse terminou com {receptors} receptores AMPA (começou com 60) e {strength} da força inicial.",
  questions: "Dez perguntas para conversar",
  ten: [
    "Por que o mesmo toque falhou sozinho e funcionou junto?",
    "O que o bloqueio de magnésio media?",
    "Depois da pausa, por que uma rodada se apagou e três não?",
    "Anisomicina: que curva muda, e a partir de quando?",
    "O grupo fraco foi salvo pelo forte uma hora depois. O que esperava na sinapse fraca?",
    "Que parte da LTP o APV aboliu, e qual não?",
    "Uma sinapse sozinha poderia guardar uma memória?",
    "O que aconteceria se toda sinapse só pudesse crescer?",
    "Que evidência convenceria você de que a LTP é memória?",
    "Que simplificações deste modelo estão erradas para uma fibra musgosa?",
  ],
};
