/** Bits of work for the way without dragging: about a second of a phone's time, more than a script wants to spend per SMS. */
export const WORK_BITS = 16
export const CHALLENGE_SECONDS = 120
export const TICKET_MINUTES = 5
/** A phone code guards every new device, so eight characters are enough (S-008). */
export const PASSWORD_MINIMUM = 8
/** Puzzles kept ready. */
export const PUZZLE_POOL = 60
