let hasEnded = false

/** Keeps in mind that a session ended by itself, so that the sign-in page can say why it is there. */
export function noteSessionEnd(ended: boolean): void {
  hasEnded = ended
}

/** Whether the last session of this page ended without the person asking for it. */
export function hasSessionEnded(): boolean {
  return hasEnded
}
