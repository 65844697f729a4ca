import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { spokenCode } from "../../shared/wire/code.ts";
import { MOST_TYPED } from "../../shared/wire/limits.ts";
import { extrasTexts } from "../ui/extras-locale.ts";
import { fill } from "../ui/locale.ts";
import type { Neuron } from "./neuron.ts";
import { nameOf } from "./telling.ts";
import "./own-seat.css";

/** What a student may do with the own seat, while no round runs: name it where that is allowed, take it along to another device. */
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
          {neuron.classroom.welcome.value?.mayName && <OwnName neuron={neuron} />}
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

/** The name on the wall, where the teacher lets students choose it. What cannot be one leaves the old one. */
function OwnName({ neuron }: { readonly neuron: Neuron }) {
  const texts = extrasTexts()!;
  const field = useRef<HTMLInputElement>(null);
  const failed = useSignal(false);
  const choose = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await neuron.classroom.ask("rename", { name: field.current!.value.slice(0, MOST_TYPED) });
    failed.value = !answer?.ok;
    if (answer?.ok) field.current!.value = "";
  };
  return (
    <form class="own-name" onSubmit={(event) => void choose(event)}>
      <label for="own-name">{texts.name}</label>
      <p>
        <input ref={field} id="own-name" data-testid="own-name" maxLength={MOST_TYPED} autocomplete="off" />
        <button type="submit" class="button" data-testid="own-name-go">
          {texts.nameGo}
        </button>
      </p>
      <p role="status">
        {failed.value ? texts.moveFailed : fill(texts.nameIs, { name: nameOf(neuron.classroom.welcome.value) })}
      </p>
    </form>
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
