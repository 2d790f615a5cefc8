import { useQueryClient } from '@tanstack/react-query'
import { getWorkEndpoint, listCasesEndpoint } from '@xingtan/contract/office/case'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import {
  getVettingBatchEndpoint,
  listPapersEndpoint,
  listPendingVettingEndpoint,
  listPoliceOfficesEndpoint,
  listVettingBatchesEndpoint,
  listVettingMismatchesEndpoint,
} from '@xingtan/contract/office/vetting'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import type { z } from 'zod'

const TOUCHED = [
  getVettingBatchEndpoint,
  listPapersEndpoint,
  listPendingVettingEndpoint,
  listPoliceOfficesEndpoint,
  listVettingBatchesEndpoint,
  listVettingMismatchesEndpoint,
  listCasesEndpoint,
  getWorkEndpoint,
]

/** A command of 背景核查: says that it is done, and shows what has changed. */
export function useVettingCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  sentence: string,
  onDone?: (output: z.output<Output>) => void,
) {
  const queryClient = useQueryClient()
  const announce = useToast()
  return useCommand(endpoint, {
    onSuccess: (output) => {
      if (sentence !== '') announce(sentence)
      for (const { name } of TOUCHED) void queryClient.invalidateQueries({ queryKey: [name] })
      onDone?.(output)
    },
  })
}
