import { getCentreEndpoint, type MachineState, type PersonalCentre } from '@xingtan/contract/evidence'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useEffect } from 'react'
import { useDraftDesk } from './draft/draft-context.ts'

const SOON_MS = 2500
/** A source that is down is asked again by the server in its own time. */
const LATER_MS = 20_000

function statesOf(centre: PersonalCentre): readonly MachineState[] {
  const { putonghua, enrolments, educations, degrees, examSync } = centre
  const records = [...putonghua, ...enrolments, ...educations, ...degrees].map(({ state }) => state)
  return examSync.state === null ? records : [...records, examSync.state]
}

function pollMs(centre: PersonalCentre | undefined): number | false {
  if (centre === undefined) return false
  const states = statesOf(centre)
  if (states.includes('waiting')) return SOON_MS
  return states.includes('source-down') || states.includes('limited') ? LATER_MS : false
}

/**
 * One's own records, asked again while a source still owes its answer. What is missing in the draft depends on the
 * answers, so the draft is asked again when one has come.
 */
export function useCentre() {
  const { saver } = useDraftDesk()
  const query = useEndpoint(getCentreEndpoint, {}, { refetchInterval: ({ state }) => pollMs(state.data) })
  const answers = query.data === undefined ? '' : statesOf(query.data).join()
  useEffect(() => {
    if (answers !== '') void saver.refresh()
  }, [answers, saver])
  return query
}
