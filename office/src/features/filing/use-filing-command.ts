import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import {
  getFilingBoardEndpoint,
  getFilingEndpoint,
  listFilingRemindersEndpoint,
  listFilingsEndpoint,
} from '@xingtan/contract/office/filing'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import type { z } from 'zod'

const SHOWN = [getFilingEndpoint, getFilingBoardEndpoint, listFilingsEndpoint, listFilingRemindersEndpoint]

/** A command about filings: says that it is done, and shows what has changed. */
export function useFilingCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  sentenceOf: (output: z.output<Output>) => string | null,
  onDone?: (output: z.output<Output>) => void,
) {
  const queryClient = useQueryClient()
  const announce = useToast()
  return useCommand(endpoint, {
    onSuccess: (output) => {
      const sentence = sentenceOf(output)
      if (sentence !== null) announce(sentence)
      for (const { name } of SHOWN) void queryClient.invalidateQueries({ queryKey: [name] })
      onDone?.(output)
    },
  })
}
