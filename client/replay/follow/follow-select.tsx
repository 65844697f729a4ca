import { nameOf } from "../../stage/figures.ts";
import type { Show } from "../../stage/show.ts";
import { seatNumber } from "../../ui/format.ts";
import { language } from "../../ui/locale.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import type { Player } from "../player.ts";

/** A neuron to follow, by number and name. */
export function FollowSelect({ player, show }: { readonly player: Player; readonly show: Show }) {
  const texts = playerTexts()?.follow;
  if (!texts) return null;
  const { followed } = player;
  return (
    <label>
      <span class="visually-hidden">{texts.title}</span>
      <select
        class="choice"
        title={texts.title}
        data-testid="follow"
        value={followed.value === undefined ? "" : String(followed.value)}
        onChange={({ currentTarget: { value } }) => {
          followed.value = value === "" ? undefined : Number(value);
        }}
      >
        <option value="">{followed.value === undefined ? texts.offer : texts.close}</option>
        {show.view.value?.seats.map((seat) => (
          <option key={seat.seat} value={String(seat.seat)}>
            {seatNumber(seat.seat)} {nameOf(seat, language.value)}
          </option>
        ))}
      </select>
    </label>
  );
}
