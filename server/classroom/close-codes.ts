/** Our codes for closing a socket (Colyseus uses 4000 to 4010); client/net/refusals.ts knows which are final. */
export const TAKEN_OVER = 4100;
export const CLASS_ENDED = 4101;
export const TOO_MANY_MALFORMED = 4102;
/** The server stops, or the class is elsewhere: pages try again until they are in. */
export const GOING_AWAY = 4103;
/** The teacher sent this student away. */
export const REMOVED = 4104;
/** The teacher did not let this newcomer in. */
export const TURNED_AWAY = 4105;
/** This remote leads no more. */
export const NOT_ALLOWED = 4106;
/** This socket sent far more than a page has to say. Its page tries again, and is let in after a while. */
export const TOO_MANY_MESSAGES = 4107;
