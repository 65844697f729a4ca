import type { ExtrasTexts } from "./extras-texts.ts";

export const extrasEn: ExtrasTexts = {
  vibration: "Vibration",
  sound: "Sound of my taps",
  mine: "My neuron",
  close: "Close",
  name: "My name on the wall",
  nameGo: "Use it",
  nameIs: "On the wall you are {name}.",
  move: "Take your neuron along to another device: open {address} there and type this code. It holds for five minutes.",
  moveGo: "Another device",
  moveCode: "Code for another device",
  moveFailed: "That did not work. Try again in a moment.",
};
