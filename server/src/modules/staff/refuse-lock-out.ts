import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { isAddressAllowed } from './is-address-allowed.ts'

/** Nobody shuts themselves out unawares: asked after the change, inside its transaction (S-037). */
export async function refuseLockOut(
  ctx: Context,
  tx: Tx,
  { officer, accepted }: { readonly officer: OfficerActor; readonly accepted: boolean },
): Promise<void> {
  if (accepted) return
  const editor = { id: officer.userId, agencyCode: officer.agencyCode }
  if (!(await isAddressAllowed(tx, editor, ctx.request.address))) {
    throw problem('staff.address-locks-out', { field: 'acceptsLockOut' })
  }
}
