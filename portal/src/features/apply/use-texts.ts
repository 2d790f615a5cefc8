import { getTextsEndpoint } from '@xingtan/contract/place'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useDraftDesk } from './draft/draft-context.ts'

/** The texts of the steps as they stand for the chosen agency, or for the whole country before one is chosen. */
export function useTexts() {
  const { agencyCode } = useDraftDesk().draft.steps.agency
  return useEndpoint(getTextsEndpoint, agencyCode === null ? {} : { agencyCode }, { staleTime: 10 * 60_000 })
}
