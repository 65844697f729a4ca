import type { ExtrasTexts } from "./extras-texts.ts";

export const extrasPtBR: ExtrasTexts = {
  vibration: "Vibração",
  sound: "Som dos meus toques",
  mine: "Meu neurônio",
  close: "Fechar",
  name: "Meu nome na parede",
  nameGo: "Usar",
  nameIs: "Na parede, você é {name}.",
  move: "Leve seu neurônio para outro aparelho: abra {address} nele e digite este código. Ele vale por cinco minutos.",
  moveGo: "Outro aparelho",
  moveCode: "Código para outro aparelho",
  moveFailed: "Não deu certo. Tente de novo daqui a pouco.",
};
