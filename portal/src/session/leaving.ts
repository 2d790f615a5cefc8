let isOnTheWayOut = false

/** Keeps in mind that the person is signing out: the page they leave must not lead them to the sign-in. */
export function noteLeaving(leaves: boolean): void {
  isOnTheWayOut = leaves
}

/** Whether the person is on the way out by their own wish. */
export function isLeaving(): boolean {
  return isOnTheWayOut
}
