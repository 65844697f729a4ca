import { type Parameters, standardParameters } from "../../shared/model/parameters.ts";

/**
 * The model once more, written straight from the equations of MODEL.md with no thought of speed: the engine's own exp, no
 * tables, no skipping, one object an input. It checks shared/model, and is what its speed is measured against.
 */
interface Input {
  contacts: number;
  u: number;
  x: number;
  last: number;
  r: number;
  s: number;
  C: number;
  rho: number;
  gamma: number;
  N: number;
  W: number;
}

export class PlainCell {
  readonly p: Parameters;
  readonly inputs: Input[];
  t = 0;
  V: number;
  ref = 0;
  gA = 0;
  gI = 0;
  gK = 0;
  bF = 0;
  bS = 0;
  xI = 1;
  lastVolley = Number.NEGATIVE_INFINITY;
  y = 0;
  spikes = 0;
  /** Inhibition on its way. */
  readonly #queue: { at: number; g: number }[] = [];

  constructor(contacts: readonly number[], parameters: Parameters = standardParameters) {
    this.p = parameters;
    this.V = parameters.EL;
    this.inputs = contacts.map((m) => ({
      contacts: m,
      u: parameters.U,
      x: 1,
      last: Number.NEGATIVE_INFINITY,
      r: 0,
      s: 0,
      C: 0,
      rho: parameters.rho0,
      gamma: 1,
      N: parameters.N0,
      W: 1,
    }));
  }

  /** @param arriving inputs with a presynaptic spike in this millisecond, ascending; twice for two spikes */
  step(arriving: readonly number[]): void {
    this.#deliver(arriving);
    for (const item of this.#queue) if (item.at === this.t) this.gI += item.g;
    const fired = this.#membrane();
    const { p } = this;
    this.#synapses(p.EL + p.kD * (this.V - p.EL) + this.bF + this.bS, fired);
    this.gA *= Math.exp(-1 / p.tauA);
    this.gI *= Math.exp(-1 / p.tauI);
    this.gK *= Math.exp(-1 / p.tauK);
    this.bF *= Math.exp(-1 / p.tauBF);
    this.bS *= Math.exp(-1 / p.tauBS);
    this.t++;
    if (this.t % 1000 === 0) this.#second();
  }

  #deliver(arriving: readonly number[]): void {
    const { p, t } = this;
    let volley = 0;
    for (const i of arriving) {
      const input = this.inputs[i]!;
      const d = t - input.last;
      const u = p.U + (input.u - p.U) * Math.exp(-d / p.tauFac);
      const x = 1 - (1 - input.x) * Math.exp(-d / p.tauRec);
      const R = (u * x) / p.U;
      input.x = x - u * x;
      input.u = u + p.U * (1 - u);
      input.last = t;
      this.gA += input.contacts * p.gA * input.W * R;
      input.r += p.q * R * (1 - input.s);
      volley += input.contacts * R;
    }
    if (volley === 0) return;
    const xI = 1 - (1 - this.xI) * Math.exp(-(t - this.lastVolley) / p.tauIrec);
    this.xI = xI - p.UI * xI;
    this.lastVolley = t;
    this.#queue.push({ at: t + p.delI, g: volley * p.gI * xI });
    if (this.#queue.length > 16) this.#queue.shift();
  }

  #block(v: number): number {
    return 1 / (1 + (this.p.Mg / 3.57) * Math.exp(-0.062 * v));
  }

  #membrane(): boolean {
    const { p } = this;
    if (this.ref > 0) {
      this.ref -= 1;
      this.V = p.Vreset;
      return false;
    }
    const gN = p.gN * this.#block(this.V) * this.inputs.reduce((sum, input) => sum + input.contacts * input.s, 0);
    const G = p.gL + this.gA + gN + this.gI + this.gK;
    const goal = (p.gL * p.EL + this.gI * p.EI + this.gK * p.EK) / G;
    this.V = goal + (this.V - goal) * Math.exp(-G / p.C);
    if (this.V < p.Vth) return false;
    this.spikes++;
    this.V = p.Vreset;
    this.ref = p.tref;
    this.gK += p.gKinc;
    this.bF = p.bF;
    this.bS = Math.min(this.bS + p.bS, p.bSmax);
    return true;
  }

  #synapses(Vs: number, fired: boolean): void {
    const { p } = this;
    const keep = Math.exp(-1 / p.tauC);
    let above = 0;
    for (const input of this.inputs) {
      input.C = input.C * keep + p.kN * input.s * this.#block(Vs) * (1 - Vs / 130) * (1 - keep) + (fired ? p.Cpost : 0);
      const depress = 1 / (1 + Math.exp(-(input.C - p.thD) / p.sg));
      const potentiate = 1 / (1 + Math.exp(-(input.C - p.thP) / p.sg));
      // Below thD - 5 sg the rule is defined to do nothing.
      if (input.C > p.thD - 5 * p.sg) {
        input.rho += (p.gp * potentiate * (1 - input.rho) - p.gd * depress * input.rho) / 1000;
      }
      if (input.C > p.thP) above += input.contacts;
      input.s = input.s * Math.exp(-1 / p.tauNd) + input.r * (1 - Math.exp(-1 / p.tauNr));
      input.r *= Math.exp(-1 / p.tauNr);
    }
    const A = Math.min(1, above / p.ySaturation);
    this.y += (1 - this.y) * (1 - Math.exp(-A / p.tauY));
    this.y *= Math.exp(-0.001 / p.tauOff);
  }

  /** The slow layer, every full second. */
  #second(): void {
    const { p } = this;
    for (const input of this.inputs) {
      const before = p.wmin + p.wspan * input.rho - 1;
      input.rho = p.rho0 + (input.rho - p.rho0) * Math.exp(-1 / (before > 0 ? p.tauE : p.tauEm));
      const E = p.wmin + p.wspan * input.rho - 1;
      const gamma = (1 + E) ** p.gammaShare;
      input.gamma += (gamma - input.gamma) * (1 - Math.exp(-1 / p.tauGamma));
      input.N += (Math.min((p.N0 * (1 + E)) / gamma, p.Nmax) - input.N) * (1 - Math.exp(-1 / p.tauN));
      input.W = (input.gamma * input.N) / p.N0;
    }
  }
}
