import type { OfficerActor } from '../../platform/actor.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'

/** The officer at a desk of a point; whoever works at no point has no line to call (S-049). */
export function getPointOfficer(ctx: Parameters<typeof getOfficer>[0]): OfficerActor & { readonly pointId: string } {
  const officer = getOfficer(ctx)
  const { pointId } = officer
  if (pointId === null) throw problem('request.not-found')
  return { ...officer, pointId }
}
