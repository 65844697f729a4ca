import type { ReasonTexts } from "./quick-check-texts.ts";

export const misconceptionsEs: ReasonTexts["misconceptions"] = {
  "spike-passes-on": {
    thought: "El disparo pasa de una neurona a la siguiente.",
    instead: "Pasa un transmisor; PEPS pequeños se suman, y un toque a solas nunca dispara la célula.",
  },
  "more-is-stronger": {
    thought: "Cuanto más se usa, más fuerte queda.",
    instead: "900 pulsos a 1 Hz debilitan; tocar a solas no cambia nada.",
  },
  "ltp-is-memory": {
    thought: "La LTP es la memoria.",
    instead: "Es una candidata a mecanismo; recordar es una propiedad de la red.",
  },
  "slogan-is-exact": {
    thought: "“Disparan juntas, se conectan” lo dice todo.",
    instead: "Importan el orden y la despolarización; en CA1 los pares aislados no bastan.",
  },
  "nmda-carries": {
    thought: "Después de la LTP, los NMDA conducen la señal más fuerte.",
    instead: "La conducen los AMPA; el APV, dado después, casi no cambia nada.",
  },
  "new-synapses": {
    thought: "La LTP hace sinapsis o neuronas nuevas.",
    instead: "Son los mismos contactos, con receptores más activos y más numerosos.",
  },
  "more-transmitter": {
    thought: "Sale más transmisor.",
    instead: "En CA1 cambia quien recibe; en las fibras musgosas y en Aplysia sí sale más.",
  },
  "proteins-start-it": {
    thought: "Las proteínas nuevas hacen empezar la LTP.",
    instead: "Solo la LTP tardía las necesita.",
  },
  "synapse-alone": {
    thought: "La sinapsis decide sola.",
    instead: "Necesita el voltaje de todos y, para durar, las proteínas de la célula.",
  },
  permanent: {
    thought: "La LTP es para siempre.",
    instead: "La temprana dura horas; meses se vieron en el giro dentado de animales vivos.",
  },
  "same-everywhere": {
    thought: "Es igual en todo el cerebro.",
    instead: "Cada región y especie tiene sus mecanismos: cambie la región en el laboratorio.",
  },
  "whole-cell": {
    thought: "La célula que aprende fortalece todas sus sinapsis.",
    instead: "Solo cambian las que participaron.",
  },
};
