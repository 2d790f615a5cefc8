import { type EndpointShape, isKeyNeeded } from '@xingtan/contract/endpoint'
import type { z } from 'zod'
import type { Gate } from './command-gate.ts'
import { ProblemError } from './problem-error.ts'

interface Passing<Input extends z.ZodType, Output extends z.ZodType> {
  readonly endpoint: EndpointShape<Input, Output>
  readonly input: z.input<Input>
  /** Whether this very intent went out before, so that it may be done already. */
  readonly isRepeat: boolean
  readonly send: (headers: Readonly<Record<string, string>>) => Promise<z.output<Output>>
}

/**
 * Sends a command through the gate of the site. What is known to need a demand met meets it first; a repeat goes out
 * bare, since the server answers what is done already, and meets the demand only when the server insists (R-001, S-036).
 */
export async function passGate<Input extends z.ZodType, Output extends z.ZodType>(
  gate: Gate | undefined,
  { endpoint, input, isRepeat, send }: Passing<Input, Output>,
): Promise<z.output<Output>> {
  if (gate === undefined) return send({})
  // Inputs of endpoints are objects; the schema's input type does not say so.
  const open = () => gate.open({ endpoint: endpoint.name, input: { ...(input as object) } })
  if (isKeyNeeded(endpoint, input) && !isRepeat) return send(await open())
  return send({}).catch(async (error: unknown) => {
    if (!(error instanceof ProblemError) || !gate.opensFor(error)) throw error
    return send(await open())
  })
}
