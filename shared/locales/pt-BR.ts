import type { Locale } from "./locale.ts";

/** Português do Brasil. */
export const ptBR: Locale = {
  app: {
    name: "Fire Together",
    tagline: "Cada celular é um neurônio. Disparem juntos e vejam uma memória se formar.",
    language: "Idioma",
  },
  home: {},
  phone: {},
  stage: {},
  replay: {},
  rounds: {
    "warm-up": {
      title: "Aquecimento",
      instruction: "Toque junto com a batida",
      happened: "Medimos o quanto cada celular adianta ou atrasa, para que o ritmo seja justo com todos.",
    },
    baseline: {
      title: "Linha de base",
      instruction: "Toque sozinho, quando quiser",
      happened: "Uma sinapse sozinha quase não move a célula. Esta é a nossa linha de 100 %.",
    },
    together: {
      title: "Disparem juntos",
      instruction: "Toque com a batida, todos juntos",
      happened: "Juntos vocês dispararam a célula: o Mg²⁺ saiu, o Ca²⁺ entrou e novos receptores AMPA ficaram.",
    },
    "who-grew": {
      title: "Quem cresceu?",
      instruction: "Só o grupo A toca. O grupo B observa",
      happened: "Só cresceram as sinapses que participaram. As outras ficaram como estavam.",
    },
  },
  reasons: {
    "no-such-class": "Não há turma aberta com este código. Confira com quem dá a aula.",
    full: "A turma está cheia. Peça um lugar a quem dá a aula.",
    "not-allowed": "Esta página não pode fazer isso.",
    stale: "A turma já tinha avançado.",
    "not-now": "Isso não pode ser feito neste momento.",
    malformed: "O servidor não entendeu a mensagem.",
    "taken-over": "Seu neurônio foi aberto em outra janela. Esta parou.",
    ended: "Esta turma terminou.",
    unreachable: "Não conseguimos alcançar a turma. Verifique o Wi-Fi; continuamos tentando.",
    "no-such-session": "Esta gravação não existe ou não é sua.",
  },
};
