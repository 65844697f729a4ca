import type { ElectrodeView } from "../../shared/session/view.ts";
import { plural } from "../ui/format.ts";
import { labTextsIfThere } from "../ui/lab-locale.ts";
import { fill } from "../ui/locale.ts";
import { Dial } from "./dial.tsx";

/** What the electrode does, in words; empty until the laboratory's texts are there. */
export function stimulationWords({ at, pulses, bursts, apart }: ElectrodeView): { title: string; line: string } {
  const names = labTextsIfThere();
  if (!names) return { title: "", line: "" };
  const { panel } = names;
  const whom = at === "all" ? panel.everyone : at === "some" ? panel.some : fill(panel.group, { group: at });
  const rhythm = apart === 0 ? panel.rhythm.one : bursts === 1 ? panel.rhythm.train : panel.rhythm.bursts;
  const line = fill(rhythm, { pulses: Math.round(pulses / bursts), bursts, hertz: 1000 / (apart || 1000) });
  return { title: `${panel.electrode}: ${whom}`, line: line.charAt(0).toLocaleUpperCase() + line.slice(1) };
}

/** How far the electrode is: pulses given, and in all. */
export function StimulationDial({ electrode: { given, pulses } }: { readonly electrode: ElectrodeView }) {
  const names = labTextsIfThere();
  const share = pulses === 0 ? 1 : given / pulses;
  return <Dial share={share} number={String(given)} line={names ? plural(names.panel.ofPulses, pulses) : ""} />;
}
