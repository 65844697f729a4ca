/** Names under which this browser keeps what opens a class for it. */
export const remoteStore = (code: string): string => `fire-together.remote.${code}`;
export const seatStore = (code: string): string => `fire-together.seat.${code}`;
