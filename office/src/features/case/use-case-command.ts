import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import {
  getCaseEndpoint,
  getWorkEndpoint,
  listCasesEndpoint,
  listCertificatesEndpoint,
  listVettingBatchesEndpoint,
} from '@xingtan/contract/office/case'
import { useCommand } from '@xingtan/ui/use-command'
import type { z } from 'zod'

/** Somebody else changed the case between reading and deciding. */
export const VERSION_CHANGED = 'decision.version-changed'

const CHANGED_BY_CASE = [
  getCaseEndpoint,
  listCasesEndpoint,
  getWorkEndpoint,
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
      if (error.code === VERSION_CHANGED) void queryClient.invalidateQueries({ queryKey: [getCaseEndpoint.name] })
    },
  })
}
