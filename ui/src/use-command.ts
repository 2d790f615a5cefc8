import type { EndpointShape } from '@xingtan/contract/endpoint'
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query'
import { use, useState } from 'react'
import type { z } from 'zod'
import { call } from './call.ts'
import { CommandGate } from './command-gate.ts'
import { createIntentKey } from './intent-key.ts'
import { passGate } from './pass-gate.ts'
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
 * every retry until the command succeeds or its input changes, so nothing is done twice (architecture rule 5). The
 * repeat goes out as it is first: what is done already is answered without meeting any demand.
 */
export function useCommand<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  options: CommandOptions<Input, Output> = {},
): UseMutationResult<z.output<Output>, ProblemError, CommandInput<Input>> {
  const [intentKey] = useState(createIntentKey)
  const gate = use(CommandGate)
  const [sent] = useState(() => new Set<string>())
  return useMutation<z.output<Output>, ProblemError, CommandInput<Input>>({
    ...options,
    mutationKey: [endpoint.name],
    mutationFn: async (command) => {
      const { input, ...file } = command
      const idempotencyKey = intentKey.keyFor(command)
      const isRepeat = sent.has(idempotencyKey)
      const send = (headers: Readonly<Record<string, string>>) => {
        sent.add(idempotencyKey)
        return call(endpoint, input, { ...file, idempotencyKey, headers })
      }
      const output = await passGate(gate, { endpoint, input, send, isRepeat })
      intentKey.settle()
      return output
    },
  })
}
