import { spokenCode } from "../../shared/wire/code.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { address, playLink, spokenAddress } from "./address.ts";
import { Qr } from "./qr.tsx";

/** A small way in for those who come late. @param byCard who needs a card for it: the code is then for those who come back */
export function JoinCorner({ code, byCard }: { readonly code: string; readonly byCard: boolean }) {
  // Where the line is too short, it breaks before the port.
  const [, host, port = ""] = /^(.*?)(:\d+)?$/.exec(spokenAddress(address.value)) ?? [];
  return (
    <div class="join-corner">
      {!byCard && <Qr place="join-qr" link={playLink(address.value, code)} />}
      <p class="join-letters">
        <span class="visually-hidden">{wallTexts().stage.join.code}</span>
        <b class="join-code" data-testid="code">
          {spokenCode(code)}
        </b>
        <span class="join-address" data-testid="address">
          {host}
          {port && <wbr />}
          {port}
        </span>
      </p>
    </div>
  );
}
