import { spokenCode } from "../../shared/wire/code.ts";
import { wallTexts } from "../ui/wall-locale.ts";
import { address, playLink, spokenAddress } from "./address.ts";
import { Qr } from "./qr.tsx";

/** A small way in for those who come late. */
export function JoinCorner({ code }: { readonly code: string }) {
  // Where the line is too short, it breaks before the port.
  const [, host, port = ""] = /^(.*?)(:\d+)?$/.exec(spokenAddress(address.value)) ?? [];
  return (
    <div class="join-corner">
      <Qr place="join-qr" link={playLink(address.value, code)} />
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
