/** Colours that only the close-up needs; molecules that other pictures show too have theirs from view-model/palette.ts. */
export const closeUpColours = {
  /** What is around: lighter behind the cleft, then fading into the ground. */
  near: "#17213f",
  around: "#0f1730",
  /** What a group's colour is mixed with: the bouton's inside, far and near, its outline and its active zone. */
  boutonFar: "#10182f",
  boutonNear: "#16203c",
  boutonEdge: "#c3cfe4",
  activeZone: "#ffffff",
  /** Both layers of a membrane, and what is between them. */
  membrane: "#a9bbdd",
  bilayer: "#18223f",
  /** Inside the spine, below the density and deeper. */
  underDensity: "#263359",
  cytoplasm: "#1c2749",
  /** The head's upper side, far and near. */
  topFar: "#2b3a68",
  topNear: "#3f5288",
  density: "#c7a6ff",
  /** The dendrite's potential, low to high; a depolarised inside. */
  liquidLow: "#2c2a5e",
  liquidMiddle: "#4b3f93",
  liquidHigh: "#8a6fd6",
  charge: "#6d58c9",
  /** A free slot, and its rim in the section and behind it. */
  pit: "#0b1020",
  slotRim: "#d5e4ff",
  pitRim: "#b9cbf0",
  endosome: "#14304a",
  endosomeRim: "#8cc4e8",
  cargo: "#9fd8ff",
  cargoRim: "#d7efff",
  vesicleRim: "#fff3d6",
  vesicle: "#e8d3a4",
  /** Receptors that are open or phosphorylated, and the shade on any. */
  open: "#ffffff",
  phosphorylated: "#bfe6fb",
  shade: "#1b3a5c",
  outline: "#0a1930",
  phosphate: "#b6f09c",
  phosphateInk: "#12320a",
  kinase: "#7df0c0",
  kinaseInk: "#06251c",
  protein: "#ff9ecb",
  proteinRim: "#4a1730",
  sodium: "#dfe7f5",
  sodiumInk: "#26314f",
  tag: "#ffd75e",
  untag: "#8fb4ff",
  pole: "#f3f6ff",
  tagInk: "#1c1606",
  /** The bouton's glow while it releases. */
  release: "#ffc766",
  /** Light on membranes: presynaptic spike, EPSP, back-propagating spike, each with its tail. */
  spike: "#ffffff",
  spikeTail: "#cfe3ff",
  epsp: "#8fd0ff",
  epspTail: "#56b4e9",
  back: "#fff6dc",
  backTail: "#e8dcff",
} as const;
