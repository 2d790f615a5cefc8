import { permits } from '@xingtan/domain/permission'
import type { Actor } from '../../platform/actor.ts'

/** Only the two named roles learn what a check found; the others learn that somebody has to look (DEC-2). */
export function maySeeVetting(actor: Actor): boolean {
  return permits('vetting.read-sensitive', actor)
}
