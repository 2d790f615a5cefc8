import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { getPlanEndpoint, listPlansEndpoint } from '@xingtan/contract/office/plan'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import type { z } from 'zod'

/** A step of a plan: says that it is done, and the page shows the plan as it stands then. */
export function usePlanCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  sentence: string,
  onDone: () => void = () => undefined,
) {
  const client = useQueryClient()
  const announce = useToast()
  return useCommand(endpoint, {
    onSuccess: () => {
      announce(sentence)
      for (const { name } of [getPlanEndpoint, listPlansEndpoint]) void client.invalidateQueries({ queryKey: [name] })
      onDone()
    },
  })
}
