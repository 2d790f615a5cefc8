import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import {
  getConsultationBoardEndpoint,
  getConsultationEndpoint,
  listConsultationsEndpoint,
} from '@xingtan/contract/office/consultation'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import type { z } from 'zod'

const CHANGED = [getConsultationEndpoint, listConsultationsEndpoint, getConsultationBoardEndpoint]

/** An act on an item: says what was done and has everything that showed the item read again. */
export function useItemCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  done: { readonly say: string; readonly onDone: () => void },
) {
  const queryClient = useQueryClient()
  const announce = useToast()
  return useCommand(endpoint, {
    onSuccess: () => {
      announce(done.say)
      done.onDone()
      for (const { name } of CHANGED) void queryClient.invalidateQueries({ queryKey: [name] })
    },
  })
}
