import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { getAgencyRecordEndpoint, listAgenciesEndpoint } from '@xingtan/contract/office/agency'
import { listSuccessionsEndpoint } from '@xingtan/contract/office/succession'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import type { z } from 'zod'

/** A command of the register: says that it is done, and shows what has changed. */
export function useRegisterCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  sentence: string,
  onDone: (output: z.output<Output>) => void,
) {
  const queryClient = useQueryClient()
  const announce = useToast()
  return useCommand(endpoint, {
    onSuccess: (output) => {
      announce(sentence)
      for (const { name } of [getAgencyRecordEndpoint, listAgenciesEndpoint, listSuccessionsEndpoint])
        void queryClient.invalidateQueries({ queryKey: [name] })
      onDone(output)
    },
  })
}
