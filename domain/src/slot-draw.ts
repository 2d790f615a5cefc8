export interface DrawRequest {
  readonly id: string
  /** Wished slots, the dearest first. */
  readonly slotIds: readonly string[]
}

export interface DrawnRequest {
  readonly id: string
  /** Place in the draw, from 1. */
  readonly place: number
  /** The slot won, or null when none of the wishes had a place left. */
  readonly slotId: string | null
}

/**
 * The draw of a day (S-082): requests stand in the order of the digests of `seed:id`, so time of asking gives no
 * advantage and anybody who knows the seed can draw again; each in turn gets the first wish that has a place left.
 * `digest` is SHA-256 in hex; free places are those of the slots before the draw.
 */
export function drawSlots(
  requests: readonly DrawRequest[],
  freePlaces: ReadonlyMap<string, number>,
  { seed, digest }: { readonly seed: string; readonly digest: (text: string) => string },
): DrawnRequest[] {
  const left = new Map(freePlaces)
  const inOrder = requests
    .map((request) => ({ request, key: digest(`${seed}:${request.id}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return inOrder.map(({ request }, index) => {
    const slotId = request.slotIds.find((id) => (left.get(id) ?? 0) > 0) ?? null
    if (slotId !== null) left.set(slotId, (left.get(slotId) ?? 0) - 1)
    return { id: request.id, place: index + 1, slotId }
  })
}
