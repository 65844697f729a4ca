import type { ReasonTexts } from "./quick-check-texts.ts";

export const misconceptionsPtBR: ReasonTexts["misconceptions"] = {
  "spike-passes-on": {
    thought: "O disparo passa de um neurônio para o seguinte.",
    instead: "Passa um transmissor; PEPS pequenos se somam, e um toque sozinho nunca dispara a célula.",
  },
  "more-is-stronger": {
    thought: "Quanto mais se usa, mais forte fica.",
    instead: "900 pulsos a 1 Hz enfraquecem; tocar sozinho não muda nada.",
  },
  "ltp-is-memory": {
    thought: "LTP é a memória.",
    instead: "É uma candidata a mecanismo; lembrar é uma propriedade da rede.",
  },
  "slogan-is-exact": {
    thought: "“Disparam juntos, conectam-se” diz tudo.",
    instead: "Ordem e despolarização importam; em CA1, pares isolados não bastam.",
  },
  "nmda-carries": {
    thought: "Depois da LTP, o NMDA conduz o sinal mais forte.",
    instead: "Conduzem os AMPA; o APV, aplicado depois, quase não muda nada.",
  },
  "new-synapses": {
    thought: "A LTP faz sinapses ou neurônios novos.",
    instead: "São os mesmos contatos, com receptores mais ativos e mais numerosos.",
  },
  "more-transmitter": {
    thought: "Sai mais transmissor.",
    instead: "Em CA1 muda quem recebe; nas fibras musgosas e na Aplysia, sim, sai mais.",
  },
  "proteins-start-it": {
    thought: "Proteínas novas fazem a LTP começar.",
    instead: "Só a LTP tardia precisa delas.",
  },
  "synapse-alone": {
    thought: "A sinapse decide sozinha.",
    instead: "Precisa da voltagem de todos e, para durar, das proteínas da célula.",
  },
  permanent: {
    thought: "A LTP é para sempre.",
    instead: "A precoce dura horas; meses foram vistos no giro denteado de animais vivos.",
  },
  "same-everywhere": {
    thought: "É igual no cérebro todo.",
    instead: "Cada região e espécie tem seus mecanismos: mude a região no laboratório.",
  },
  "whole-cell": {
    thought: "A célula que aprende fortalece todas as sinapses.",
    instead: "Só mudam as que participaram.",
  },
};
