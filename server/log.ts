import { type Logger, pino } from "pino";

export type { Logger };

/** Names under which a secret might be logged by mistake; whatever carries one of them is blotted out. */
const SECRETS = [
  ...["hostKey", "stageKey", "seatKey", "remoteKey", "key", "pairing", "pin", "card", "phrase", "resume"],
  ...["authorization", "headers"],
];

/**
 * The server's log: one JSON object a line on stderr, so that the address and the QR keep stdout to themselves.
 * Keys never come here: no header, body or query string is logged. `startServer` sets the level.
 */
export const log: Logger = pino(
  {
    base: null,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "(hidden)" },
    serializers: { error: pino.stdSerializers.err },
  },
  pino.destination({ dest: 2, sync: true }),
);
