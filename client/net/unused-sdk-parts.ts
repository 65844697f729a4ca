/**
 * Stands in for parts of the Colyseus SDK that no page uses, and that every phone would otherwise fetch (vite.config.ts):
 * WebTransport, and typed inputs that a server would have to declare.
 */
export class H3TransportTransport {}
export class RoomInput {}
