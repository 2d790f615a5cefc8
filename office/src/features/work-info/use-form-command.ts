import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { getOwnWorkInfoEndpoint, getWorkInfoBoardEndpoint } from '@xingtan/contract/office/work-info'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import type { z } from 'zod'

/** A command about a form: says that it is done, and shows what has changed. */
export function useFormCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  sentence: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient()
  const announce = useToast()
  return useCommand(endpoint, {
    onSuccess: () => {
      announce(sentence)
      for (const { name } of [getOwnWorkInfoEndpoint, getWorkInfoBoardEndpoint])
        void queryClient.invalidateQueries({ queryKey: [name] })
      onDone?.()
    },
  })
}
