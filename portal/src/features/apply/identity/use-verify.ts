import { getCentreEndpoint } from '@xingtan/contract/evidence'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { ProblemError } from '@xingtan/ui/problem-error'
import { useCommand } from '@xingtan/ui/use-command'
import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'

/** A question to a source as a command: afterwards one's own records are read again. Answers the id of the record. */
export function useVerify<Input extends z.ZodType, Output extends z.ZodType<{ id: string }>>(
  endpoint: EndpointShape<Input, Output>,
) {
  const client = useQueryClient()
  const command = useCommand(endpoint)
  return {
    command,
    ask: async (input: z.input<Input>): Promise<string | undefined> => {
      try {
        const { id } = await command.mutateAsync({ input })
        await client.invalidateQueries({ queryKey: [getCentreEndpoint.name] })
        return id
      } catch (error) {
        // Shown beside the field by whoever renders `command.error`.
        if (error instanceof ProblemError) return undefined
        throw error
      }
    },
  }
}
