import { z } from 'zod'

/** Where a page ended: the instant and id of its last row. */
export const InstantMark = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })
