import { type NetworkInterfaceInfo, networkInterfaces } from "node:os";
import { renderUnicodeCompact } from "uqr";
import type { Config } from "./config.ts";

/** Interfaces that no phone reaches: bridges of containers and virtual machines, tunnels. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vbox|vEthernet|utun|tun|tap|tailscale|wg|zt|podman|cni|flannel)/i;

/** Home and school networks first; what the range says about who can reach the address. */
function reach(address: string): number {
  if (address.startsWith("192.168.")) return 0;
  if (address.startsWith("10.")) return 1;
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return 2;
  return 3;
}

/** IPv4 addresses of this machine by which phones on the same network may reach it, the likeliest first. */
export function lanAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>> = networkInterfaces(),
): string[] {
  const found: { address: string; rank: number }[] = [];
  for (const [name, infos] of Object.entries(interfaces)) {
    for (const info of infos ?? []) {
      if (info.family !== "IPv4" || info.internal || info.address.startsWith("169.254.")) continue;
      found.push({ address: info.address, rank: reach(info.address) + (VIRTUAL.test(name) ? 10 : 0) });
    }
  }
  return found.sort((a, b) => a.rank - b.rank).map((one) => one.address);
}

/** Addresses under which people can open the server, the one to show first. Read anew each time: laptops change networks. */
export function serverUrls(config: Pick<Config, "host" | "publicUrl">, port: number): string[] {
  const everywhere = config.host === "0.0.0.0" || config.host === "::";
  const own = everywhere
    ? [...lanAddresses(), "localhost"]
    : [config.host.includes(":") ? `[${config.host}]` : config.host];
  const urls = own.map((host) => `http://${host}:${port}`);
  return config.publicUrl === undefined ? urls : [config.publicUrl, ...urls];
}

/** White on black whatever the terminal's colours: cameras read no QR in negative. */
const INK = ["\u001b[97;40m", "\u001b[0m"] as const;

/**
 * What the terminal shows once the server listens: where to open it, and the first address as a QR.
 *
 * @param coloured whether this goes to a terminal
 */
export function announcement(urls: readonly string[], coloured: boolean): string {
  const [first = ""] = urls;
  const [ink, plain] = coloured ? INK : ["", ""];
  const qr = renderUnicodeCompact(first, { border: 2 }).split("\n");
  return [
    "",
    "  Fire Together is running. Open it on the computer with the projector:",
    "",
    ...urls.map((url) => `    ${url}`),
    "",
    ...qr.map((line) => `  ${ink}${line}${plain}`),
    "",
    "  Phones must be on the same network. Stop with Ctrl+C.",
    "",
  ].join("\n");
}
