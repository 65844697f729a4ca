import type { CloseUpTexts } from "../../../shared/locales/scenes/close-up-texts.ts";

export interface LocksProps {
  readonly glutamate: boolean;
  readonly voltage: boolean;
  /** APV keeps glutamate off. */
  readonly apv: boolean;
  /** Whether there is Mg²⁺ that the voltage must drive out. */
  readonly plugs: boolean;
  readonly texts: CloseUpTexts["locks"];
}

/** The two locks of the NMDA receptor: it opens only when both are. */
export function Locks({ glutamate, voltage, apv, plugs, texts }: LocksProps) {
  const bound = glutamate ? texts.bound : apv ? texts.apv : texts.missing;
  const high = !plugs ? texts.notNeeded : voltage ? texts.high : texts.low;
  return (
    <section class="locks" aria-label={texts.title}>
      <Lock kind="glutamate" open={glutamate} name={texts.glutamate} state={bound} />
      <Lock kind="voltage" open={voltage} name={texts.voltage} state={high} />
    </section>
  );
}

interface LockProps {
  readonly kind: "glutamate" | "voltage";
  readonly open: boolean;
  readonly name: string;
  readonly state: string;
}

function Lock({ kind, open, name, state }: LockProps) {
  return (
    <div class="lock" data-lock={kind} data-open={open}>
      <svg viewBox="0 0 48 60" aria-hidden="true">
        <path class="shackle" d={open ? "M13 28V14a11 11 0 0 1 21.5-3.2" : "M13 30V19a11 11 0 0 1 22 0v11"} />
        <rect class="case" x="4" y="28" width="40" height="29" rx="6" />
        {kind === "glutamate" ? (
          <circle class="sign" cx="24" cy="42.5" r="7.5" />
        ) : (
          <path class="sign" d="M27 32L16 44.500h6.500L21 53l11-12.500h-6.500z" />
        )}
      </svg>
      <p>
        <b>{name}</b>
        <span>
          <svg class="verdict" viewBox="0 0 20 20" aria-hidden="true">
            <path d={open ? "M3 11l5 5L17 4" : "M4 4l12 12M16 4L4 16"} />
          </svg>
          {state}
        </span>
      </p>
    </div>
  );
}
