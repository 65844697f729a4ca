import { useSignal, useSignalEffect } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { partOf } from "../../shared/lesson/round.ts";
import type { Refusal } from "../../shared/wire/answers.ts";
import type { Classroom } from "../net/classroom.ts";
import { Badge } from "../ui/badge.tsx";
import { seatNumber } from "../ui/format.ts";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { fill, texts } from "../ui/locale.ts";
import { announce } from "./announcer.ts";
import { FireButton } from "./fire.tsx";
import { createNeuron, type Neuron } from "./neuron.ts";
import { OwnSynapse } from "./own-synapse.tsx";
import { nameOf, telling } from "./telling.ts";
import { Timing } from "./timing.tsx";
import { canStayAwake } from "./wake-lock.ts";

/** The student's page: one neuron, one button. */
export function Play({ classroom }: { readonly classroom: Classroom }) {
  const neuron = useMemo(() => createNeuron(classroom), [classroom]);
  const said = useMemo(() => announce(neuron), [neuron]);
  const { status, welcome } = classroom;
  useSignalEffect(() => {
    const { phone, app } = texts();
    document.title = welcome.value ? fill(phone.title, { name: nameOf(welcome.value) }) : app.name;
  });
  return (
    <>
      <p role="status" class="visually-hidden">
        {said}
      </p>
      {status.value === "refused" ? (
        <Refused reason={classroom.refusal.value ?? "unreachable"} />
      ) : (
        <Playing neuron={neuron} />
      )}
    </>
  );
}

function Playing({ neuron }: { readonly neuron: Neuron }) {
  const { status, welcome } = neuron.classroom;
  const { phone } = texts();
  const { title, line } = telling(neuron);
  const over = status.value === "ended";
  const hint = neuron.phase.value === "lobby" && !over && !canStayAwake ? ` ${phone.keepAwake}` : "";
  return (
    <main
      class={`play group-${welcome.value ? partOf(neuron.round.value, welcome.value.seat) : "none"}${over ? " over" : ""}`}
    >
      <Who neuron={neuron} />
      <div class="telling">
        <h1>{title}</h1>
        <p>
          {line}
          {hint}
        </p>
      </div>
      <OwnSynapse neuron={neuron} />
      {over ? (
        <p class="ways">
          <a class="button" href="/">
            {phone.home}
          </a>
        </p>
      ) : neuron.phase.value === "bet" ? (
        <div class="fire-zone">
          <Later load={loadBallot}>{({ Ballot }) => <Ballot neuron={neuron} />}</Later>
        </div>
      ) : (
        <div class="fire-zone">
          <FireButton neuron={neuron} />
          <Timing neuron={neuron} />
        </div>
      )}
      {!over && (
        <div class="extras">
          <Later load={loadExtras}>{({ Extras }) => <Extras neuron={neuron} />}</Later>
        </div>
      )}
    </main>
  );
}

/** What comes after the button: nobody needs it to fire, so nobody waits for it. */
function Later<M>({ load, children }: { readonly load: () => Promise<M>; readonly children: (module: M) => VNode }) {
  const loaded = useSignal<M | undefined>(undefined);
  useEffect(() => {
    void load().then(
      (module) => {
        loaded.value = module;
      },
      () => undefined,
    );
  }, []);
  return loaded.value ? children(loaded.value) : null;
}

const loadBallot = () => import("./ballot.tsx");
const loadExtras = () => import("./extras.tsx");

function Who({ neuron }: { readonly neuron: Neuron }) {
  const { status, welcome } = neuron.classroom;
  const { phone } = texts();
  const own = welcome.value;
  const part = partOf(neuron.round.value, own?.seat ?? 0);
  return (
    <header class="who">
      <div class="seat" data-testid="seat" data-seat={own?.seat}>
        {own ? <Badge seat={own.seat} group={part} /> : <span class="badge" />}
        <p>
          <b>{nameOf(own)}</b>
          {own && <span class="visually-hidden">{fill(phone.seat, { seat: seatNumber(own.seat), group: part })}</span>}
          <span class="line">
            {own && status.value === "live" && <span aria-hidden="true">{fill(phone.group, { group: part })} · </span>}
            <span data-testid="status" data-status={status.value}>
              {phone.status[status.value]}
            </span>
          </span>
        </p>
      </div>
      <LanguageSwitch />
    </header>
  );
}

/** The class said no: why, and the ways on from here. */
export function Refused({ reason }: { readonly reason: Refusal }) {
  const { phone, reasons, app } = texts();
  const over = reason === "no-such-class" || reason === "ended";
  return (
    <main class="refused">
      <LanguageSwitch />
      <div class="why">
        <p class="brand">{app.name}</p>
        <h1 data-testid="status" data-status="refused">
          {reasons[reason]}
        </h1>
        <p class="ways">
          {!over && (
            <button type="button" class="button" onClick={() => location.reload()}>
              {reason === "taken-over" ? phone.here : phone.again}
            </button>
          )}
          <a class={over ? "button" : "button second"} href="/">
            {phone.home}
          </a>
        </p>
      </div>
    </main>
  );
}
