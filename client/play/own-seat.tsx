import { useSignal } from "@preact/signals";
import { spokenCode } from "../../shared/wire/code.ts";
import { extrasTexts } from "../ui/extras-locale.ts";
import { fill } from "../ui/locale.ts";
import type { Neuron } from "./neuron.ts";
import "./own-seat.css";

/** What a student may do with the own seat, while no round runs: take it along to another device. */
export function OwnSeat({ neuron }: { readonly neuron: Neuron }) {
  const texts = extrasTexts();
  const open = useSignal(false);
  if (!texts) return null;
  return (
    <>
      <button
        type="button"
        class="own-seat-open"
        data-testid="own-seat"
        aria-expanded={open.value}
        aria-label={texts.mine}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 12a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4 21c0-4 3.500-6 8-6s8 2 8 6" />
        </svg>
      </button>
      {open.value && (
        <section class="own-seat" aria-label={texts.mine}>
          <Move neuron={neuron} />
          <button
            type="button"
            class="button second"
            onClick={() => {
              open.value = false;
            }}
          >
            {texts.close}
          </button>
        </section>
      )}
    </>
  );
}

/** A code by which the seat goes on with another device. */
function Move({ neuron }: { readonly neuron: Neuron }) {
  const texts = extrasTexts()!;
  const code = useSignal("");
  const failed = useSignal(false);
  const ask = async (): Promise<void> => {
    code.value = (await neuron.classroom.ask("resume")) ?? "";
    failed.value = code.value === "";
  };
  const room = location.pathname.split("/")[2]?.toUpperCase() ?? "";
  return (
    <>
      {code.value ? (
        <>
          <p>{fill(texts.move, { address: location.host })}</p>
          <p class="own-seat-code">
            <span class="visually-hidden">{texts.moveCode}: </span>
            <b data-testid="resume-code">
              {spokenCode(room)} {code.value}
            </b>
          </p>
        </>
      ) : (
        <button type="button" class="button" data-testid="resume" onClick={() => void ask()}>
          {texts.moveGo}
        </button>
      )}
      {failed.value && <p role="alert">{texts.moveFailed}</p>}
    </>
  );
}
