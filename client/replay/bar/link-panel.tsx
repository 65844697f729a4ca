import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { gaze } from "../../stage/gaze.ts";
import { playerTexts } from "../../ui/player-locale.ts";
import { writeMoment } from "../moment-link.ts";
import type { Player } from "../player.ts";

/** The address of what is shown at this moment. */
export function linkTo(player: Player): string {
  const followed = player.followed.peek();
  const moment = {
    time: player.time.peek(),
    gaze: gaze.peek(),
    ...(followed === undefined ? {} : { followed }),
  };
  return `${location.origin}${location.pathname}${writeMoment(location.hash, moment)}`;
}

/** Copies the link to this moment; where a browser does not let a page (no secure context), it is there to be copied by hand. */
export function LinkPanel({ player }: { readonly player: Player }) {
  const field = useRef<HTMLInputElement>(null);
  const copied = useSignal(false);
  const link = useRef(linkTo(player)).current;
  useEffect(() => {
    field.current!.select();
    navigator.clipboard?.writeText(link).then(
      () => {
        copied.value = true;
      },
      () => undefined,
    );
  }, []);
  const texts = playerTexts()?.link;
  return (
    <>
      <label class="link-field">
        {texts?.select}
        <input
          ref={field}
          type="text"
          readOnly
          data-testid="link"
          value={link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <p role="status">{copied.value && texts?.copied}</p>
    </>
  );
}
