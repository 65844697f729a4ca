import type { ExtrasTexts } from "./extras-texts.ts";

export const extrasEs: ExtrasTexts = {
  vibration: "Vibración",
  sound: "Sonido de mis toques",
  mine: "Mi neurona",
  close: "Cerrar",
  name: "Mi nombre en la pantalla grande",
  nameGo: "Usar",
  nameIs: "En la pantalla grande eres {name}.",
  move: "Lleva tu neurona a otro aparato: abre {address} en él y escribe este código. Vale por cinco minutos.",
  moveGo: "Otro aparato",
  moveCode: "Código para otro aparato",
  moveFailed: "No funcionó. Prueba de nuevo en un momento.",
};
