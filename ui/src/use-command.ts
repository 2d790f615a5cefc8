import type { EndpointShape } from '@xingtan/contract/endpoint'
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from './call.ts'
import { createIntentKey } from './intent-key.ts'
import type { ProblemError } from './problem-error.ts'

/** What a command is given: its input, and the file of an endpoint with `body: 'file'`. */
export interface CommandInput<Input extends z.ZodType> {
  readonly input: z.input<Input>
  readonly file?: Blob
  readonly fileName?: string
}

export type CommandOptions<Input extends z.ZodType, Output extends z.ZodType> = Omit<
  UseMutationOptions<z.output<Output>, ProblemError, CommandInput<Input>>,
  'mutationFn' | 'mutationKey'
>

/**
 * A POST endpoint as a mutation: `command.mutate({ input })`. One idempotency key per intent: it is used again on
 * every retry until the command succeeds or its input changes, so nothing is done twice (architecture rule 5).
 */
export function useCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  options: CommandOptions<Input, Output> = {},
): UseMutationResult<z.output<Output>, ProblemError, CommandInput<Input>> {
  const [intentKey] = useState(createIntentKey)
  return useMutation<z.output<Output>, ProblemError, CommandInput<Input>>({
    ...options,
    mutationKey: [endpoint.name],
    mutationFn: async (command) => {
      const { input, ...file } = command
      const output = await call(endpoint, input, { ...file, idempotencyKey: intentKey.keyFor(command) })
      intentKey.settle()
      return output
    },
  })
}
