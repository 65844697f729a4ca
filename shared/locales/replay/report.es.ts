import type { ReportTexts } from "./report-texts.ts";

export const reportEs: ReportTexts = {
  title: "Lo que hizo nuestra clase",
  print: "Imprimir",
  close: "Volver a la repetición",
  class: "{neurons} y una célula.",
  rounds: "Ronda por ronda",
  round: "Ronda",
  spikes: "Disparos",
  synchrony: "Sincronía",
  after: "Fuerza después, A y B",
  shown: "Lo mostró",
  yes: "sí",
  no: "no",
  plot: "La curva de la LTP",
  neuron: "La historia de una neurona",
  story:
    "{name}, neurona {seat}, tocó {taps} veces. Su sinapsis terminó con {receptors} receptores AMPA (empezó con 60) y {strength} de su fuerza inicial.",
  questions: "Diez preguntas para conversar",
  ten: [
    "¿Por qué el mismo toque falló a solas y funcionó en grupo?",
    "¿Qué medía el bloqueo por magnesio?",
    "Después de la pausa, ¿por qué una ronda se borró y tres no?",
    "Anisomicina: ¿qué curva cambia, y desde cuándo?",
    "El grupo fuerte rescató al débil una hora después. ¿Qué esperaba en la sinapsis débil?",
    "¿Qué parte de la LTP abolió el APV, y cuál no?",
    "¿Podría una sola sinapsis guardar un recuerdo?",
    "¿Qué pasaría si toda sinapsis solo pudiera crecer?",
    "¿Qué prueba los convencería de que la LTP es memoria?",
    "¿Qué simplificaciones de este modelo son falsas para una fibra musgosa?",
  ],
};
