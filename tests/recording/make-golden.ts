/**
 * `node tests/recording/make-golden.ts` writes the recording that the tests of this folder play again: a class of twelve
 * under the model's present version, with a drug, another region, the electrode and a year's lapse. To be run when
 * MODEL_VERSION or FORMAT rises; recordings of earlier versions stay, and none is ever written over.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packed } from "../../server/recordings/export.ts";
import { MODEL_VERSION } from "../../shared/model/parameters.ts";
import { FORMAT } from "../../shared/session/header.ts";
import { PlayedClass } from "../helpers/played-class.ts";

const [BASELINE, TOGETHER] = [1, 2];

const class_ = new PlayedClass(12, 73);
const until = (): void => {
  while (class_.session.running) class_.step();
};
class_.play(BASELINE, (seat) => seat % 3 === 0);
class_.play(TOGETHER, () => true);
class_.accept({ kind: "drug", drug: "anisomycin", on: true });
class_.play(TOGETHER, (seat) => seat < 8, 60);
class_.accept({ kind: "drug", drug: "anisomycin", on: false });
class_.accept({ kind: "lapse", seconds: 86_400 });
until();
class_.accept({ kind: "module", module: "retention", on: true });
class_.accept({
  kind: "stimulate",
  stimulation: { trains: [{ at: "A", start: 0, bursts: 10, every: 200, pulses: 4, apart: 10 }], pace: 40 },
});
until();
class_.accept({ kind: "lapse", seconds: 365 * 86_400 });
until();
class_.accept({ kind: "pathway", pathway: "mossy-fibre" });
class_.play(TOGETHER, () => true);
class_.accept({ kind: "end" });
class_.step(25);

const path = join(import.meta.dirname, `model-${MODEL_VERSION}-format-${FORMAT}.ndjson.gz`);
writeFileSync(path, await packed(class_.text()), { flag: "wx" });
console.log(`${path}: ${class_.lines.length} lines`);
