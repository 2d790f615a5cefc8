import { useQueryClient } from '@tanstack/react-query'
import { getAppointmentOfferEndpoint } from '@xingtan/contract/appointment'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import type { z } from 'zod'

/** A command about the booking: done or refused, the page then shows what is free now. */
export function useAppointmentCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  done: string,
) {
  const client = useQueryClient()
  const announce = useToast()
  const refresh = () => client.invalidateQueries({ queryKey: [getAppointmentOfferEndpoint.name] })
  return useCommand(endpoint, {
    onSuccess: async () => {
      announce(done)
      await refresh()
    },
    onError: () => void refresh(),
  })
}
