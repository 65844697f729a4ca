import { type Parameters, standardParameters } from "../../shared/model/parameters.ts";

/**
 * The model once more, written straight from the equations of MODEL.md with no thought of speed: the engine's own exp, no
 * tables, no skipping, one object an input; release, membrane, calcium, rule, consolidation and expression. It checks
 * shared/model, and is what its speed is measured against.
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
  z: number;
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
  /** Episode counter, gene-expression programme, proteins. */
  K = 0;
  L = 0;
  P = 0;
  /** Whether a synapse potentiates in this second: its episode is then not over, and not yet counted. */
  potentiates = false;
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
      z: 0,
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
    if (this.t % 1000 === 0) this.#slow(1);
  }

  /** Whole seconds without a spike: slow steps of ten seconds at whole tens, of one second before and after. */
  lapse(seconds: number): void {
    this.V = this.p.EL;
    for (const zero of ["ref", "gA", "gI", "gK", "bF", "bS"] as const) this[zero] = 0;
    for (const input of this.inputs) input.r = input.s = input.C = 0;
    this.#queue.length = 0;
    let now = Math.floor(this.t / 1000);
    this.t += 1000 * seconds;
    const end = Math.floor(this.t / 1000);
    while (now < end) {
      const d = now % 10 === 0 && now + 10 <= end ? 10 : 1;
      this.#slow(d);
      this.y *= Math.exp(-d / this.p.tauOff);
      now += d;
    }
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
    if (above > 0) this.potentiates = true;
    const A = Math.min(1, above / p.ySaturation);
    this.y += (1 - this.y) * (1 - Math.exp(-A / p.tauY));
    this.y *= Math.exp(-0.001 / p.tauOff);
  }

  /** A step of d seconds: consolidation, then the return of rho, then expression. */
  #slow(d: number): void {
    const { p } = this;
    const gone = (tau: number): number => 1 - Math.exp(-d / tau);
    // An episode counts when it is over, so that it counts once however long it was.
    const counted = this.potentiates ? 0 : p.DA * this.y * gone(p.tauOff);
    this.K = this.K * Math.exp(-d / p.tauKinase) + counted;
    this.potentiates = false;
    const H = this.K ** p.nH / (this.K ** p.nH + p.Kth ** p.nH);
    this.L = Math.max(this.L * Math.exp(-d / p.tauL), H);
    this.P += (this.L * (1 - p.block) - this.P) * gone(p.tauP);
    for (const input of this.inputs) this.#consolidate(input, d);
  }

  #consolidate(input: Input, d: number): void {
    const { p } = this;
    const early = (): number => p.wmin + p.wspan * input.rho - 1;
    const before = early();
    const captured = 1 - Math.exp((-this.P * d) / p.tauZ);
    if (before >= p.thTag) input.z += (p.zMax - input.z) * captured;
    if (before <= -p.thTag) input.z += (p.zMin - input.z) * captured;
    input.rho = p.rho0 + (input.rho - p.rho0) * Math.exp(-d / (before > 0 ? p.tauE : p.tauEm));
    const w = Math.max(p.wFloor, 1 + early() + input.z);
    const gamma = (1 + early()) ** p.gammaShare;
    input.gamma += (gamma - input.gamma) * (1 - Math.exp(-d / p.tauGamma));
    input.N += (Math.min((p.N0 * w) / gamma, p.Nmax) - input.N) * (1 - Math.exp(-d / p.tauN));
    input.W = (input.gamma * input.N) / p.N0;
  }
}
