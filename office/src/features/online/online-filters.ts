import { Lane, OnlineState } from '@xingtan/contract/office/material'
import { z } from 'zod'

export const STATE_TITLES: Readonly<Record<OnlineState, string>> = {
  'handed-in': '待审核',
  supplement: '等待补正',
  'on-site': '已约到场',
}

export const LANE_TITLES: Readonly<Record<Lane, string>> = {
  pass: '通过',
  supplement: '需补材料',
  'on-site': '需现场',
}

export interface OnlineFilters {
  readonly state: OnlineState
  readonly lane?: Lane
}

const Filters = z.object({
  state: OnlineState.catch('handed-in'),
  lane: Lane.optional().catch(undefined),
})

/** Filters as they stand in the address; without a word it is what waits for the desk. */
export function parseFilters(search: URLSearchParams): OnlineFilters {
  const { state, lane } = Filters.parse(Object.fromEntries(search))
  return lane === undefined ? { state } : { state, lane }
}

/** Address of the queue under these filters. */
export function onlinePath({ state, lane }: OnlineFilters): string {
  const search = new URLSearchParams({
    ...(state === 'handed-in' ? {} : { state }),
    ...(lane === undefined ? {} : { lane }),
  }).toString()
  return search === '' ? '/online' : `/online?${search}`
}

/** Takes the lane off when it is the chosen one already. */
export function toggleLane({ state, lane }: OnlineFilters, wanted: Lane): OnlineFilters {
  return lane === wanted ? { state } : { state, lane: wanted }
}
