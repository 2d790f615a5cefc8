import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { getCaseEndpoint, getWorkEndpoint, listCasesEndpoint } from '@xingtan/contract/office/case'
import { getOnlineCaseEndpoint, listOnlineCasesEndpoint } from '@xingtan/contract/office/material'
import { useCommand } from '@xingtan/ui/use-command'
import type { z } from 'zod'

const CHANGED = [getOnlineCaseEndpoint, listOnlineCasesEndpoint, getCaseEndpoint, getWorkEndpoint, listCasesEndpoint]

/** A command at the online desk: whatever shows the case is read anew, also when somebody else was faster. */
export function useOnlineCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  onDone?: (output: z.output<Output>) => void,
) {
  const client = useQueryClient()
  const readAnew = () => {
    for (const { name } of CHANGED) void client.invalidateQueries({ queryKey: [name] })
  }
  return useCommand(endpoint, {
    onSuccess: (output) => {
      readAnew()
      onDone?.(output)
    },
    onError: (error) => {
      if (error.status === 409) readAnew()
    },
  })
}
