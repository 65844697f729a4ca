import { useEffect, useRef } from "preact/hooks";
import { type Easel, setUp } from "../../play/easel.ts";
import { RECEPTORS_AT_REST } from "../../play/rest.ts";
import { TapStrip } from "../../play/tap-strip.tsx";
import { tapWords, telling } from "../../play/telling.ts";
import { drawSynapse } from "../../scenes/view-model/synapse-canvas.ts";
import { calm } from "../../stage/calm.ts";
import { nameOf } from "../../stage/figures.ts";
import { roundOf, type Show } from "../../stage/show.ts";
import { Badge } from "../../ui/badge.tsx";
import { plural, seatNumber, signed } from "../../ui/format.ts";
import { fill, language, texts } from "../../ui/locale.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import type { Player } from "../player.ts";
import { type PhoneAt, phoneAt } from "./phone-at.ts";
import "./phone.css";

/** Beside the scene: what the phone of the followed neuron showed at this instant. */
export function FollowedPhone({ player, show }: { readonly player: Player; readonly show: Show }) {
  const words = playerTexts()?.follow;
  const moment = player.moment.value;
  const seat = player.followed.value;
  if (!words || !moment || seat === undefined) return null;
  const phone = phoneAt(moment, seat, roundOf(show, moment.view), player.course.value?.taps);
  return (
    <aside class="panel followed" aria-label={words.title} data-testid="followed" data-seat={seat}>
      <header>
        <p>{fill(words.phone, { seat: seatNumber(seat) })}</p>
        <button
          type="button"
          aria-label={words.close}
          title={words.close}
          data-testid="follow-close"
          onClick={() => {
            player.followed.value = undefined;
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 5l14 14M19 5l-14 14" />
          </svg>
        </button>
      </header>
      {phone ? <Phone phone={phone} time={moment.time} /> : <p class="not-yet">{texts().phone.joining.title}</p>}
      <p class="followed-note">{words.note}</p>
    </aside>
  );
}

function Phone({ phone, time }: { readonly phone: PhoneAt; readonly time: number }) {
  const { seat, told, around, synapse, pressed } = phone;
  const { title, line } = telling(told);
  const { phone: words } = texts();
  const tap = tapWords(told);
  const won = seat.receptors - RECEPTORS_AT_REST;
  const watching = told.phase.value === "round" && !told.asked.value;
  return (
    <div class={`phone group-${seat.group}`}>
      <p class="phone-who">
        <Badge seat={seat.seat} group={seat.group} />
        <span>
          <b>{nameOf(seat, language.value)}</b>
          {fill(words.group, { group: seat.group })}
        </span>
      </p>
      <p class="phone-told">
        <b>{title}</b>
        {line}
      </p>
      <Picture synapse={synapse} time={time} />
      <p class="phone-count" data-testid="followed-receptors">
        <b>{seat.receptors}</b> {plural(words.receptors, seat.receptors)}{" "}
        {won !== 0 && <em>{fill(won > 0 ? words.won : words.lost, { count: signed(won) })}</em>}{" "}
        {fill(words.strength, { percent: seat.strength })}
      </p>
      <p class={pressed ? "phone-button pressed" : "phone-button"} data-testid="followed-button">
        {watching ? words.watchShort : words.fire}
      </p>
      <p class={`phone-timing tone-${tap?.tone ?? "quiet"}`} data-testid="followed-timing">
        <b>{tap?.main}</b> <span>{tap?.more}</span>
      </p>
      <TapStrip around={around} class="phone-strip" />
    </div>
  );
}

/** The phone's own drawing, with the class's time for its clock: it stands still when the class does, and goes backwards with it. */
function Picture({ synapse, time }: { readonly synapse: PhoneAt["synapse"]; readonly time: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const easel = useRef<Easel | undefined>(undefined);
  const shown = useRef({ synapse, time });
  shown.current = { synapse, time };
  useEffect(() => {
    easel.current = setUp(
      canvas.current!,
      (context, width, height) =>
        drawSynapse(context, width, height, shown.current.synapse, shown.current.time, calm.peek()),
      0,
    );
    return () => easel.current?.stop();
  }, []);
  useEffect(() => easel.current?.wake());
  return <canvas ref={canvas} role="img" aria-label={texts().phone.synapse} />;
}
