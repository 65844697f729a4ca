import { duration } from "../../ui/duration.ts";
import { labTextsIfThere } from "../../ui/lab-locale.ts";
import type { Desk } from "../desk.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Lapses that the teacher can choose, s. */
const LAPSES = [10 * MINUTE, HOUR, 8 * HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];

interface Props {
  readonly desk: Desk;
  readonly closeIf: (done: Promise<boolean>) => Promise<void>;
}

/** Time that passes while nobody taps. */
export function Time({ desk, closeIf }: Props) {
  const { panel } = labTextsIfThere()!;
  return (
    <fieldset disabled={!desk.idle.value}>
      <legend>{panel.time}</legend>
      <div class="row">
        {LAPSES.map((seconds) => (
          <button
            key={seconds}
            type="button"
            data-testid={`pass-${seconds}`}
            onClick={() => void closeIf(desk.letPass(seconds))}
          >
            {duration(seconds / 60)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
