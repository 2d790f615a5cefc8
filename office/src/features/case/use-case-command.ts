import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import {
  getCaseEndpoint,
  getWorkEndpoint,
  listCasesEndpoint,
  listCertificatesEndpoint,
} from '@xingtan/contract/office/case'
import { listPendingVettingEndpoint, listVettingBatchesEndpoint } from '@xingtan/contract/office/vetting'
import type { ProblemCode } from '@xingtan/contract/problem'
import { useCommand } from '@xingtan/ui/use-command'
import type { z } from 'zod'

/** Somebody else changed the case between reading and deciding. */
export const CASE_CHANGED: ProblemCode = 'case.changed'

const CHANGED_BY_CASE = [
  getCaseEndpoint,
  listCasesEndpoint,
  getWorkEndpoint,
  listPendingVettingEndpoint,
  listVettingBatchesEndpoint,
  listCertificatesEndpoint,
]

/**
 * A command on one case. When it is done, everything that shows the case is read anew; when the case had changed in the
 * meantime, the case alone is, and whatever was typed stays in its dialog with the new version under it.
 */
export function useCaseCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  onDone?: (output: z.output<Output>) => void,
) {
  const queryClient = useQueryClient()
  return useCommand(endpoint, {
    onSuccess: (output) => {
      onDone?.(output)
      for (const { name } of CHANGED_BY_CASE) void queryClient.invalidateQueries({ queryKey: [name] })
    },
    onError: (error) => {
      // Any conflict means that the page shows the case as it no longer is.
      if (error.status === 409) void queryClient.invalidateQueries({ queryKey: [getCaseEndpoint.name] })
    },
  })
}
