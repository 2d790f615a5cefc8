import type { z } from 'zod'
import type { AnyEndpoint } from '@xingtan/contract/endpoint'
import type { Context } from './context.ts'

/** What a use case may do to the connection: cookies, and the file that came with the call. */
export interface Wire {
  readonly file: Buffer | undefined
  setSession(token: string): void
  clearSession(): void
}

/** Content of a `binary` endpoint. */
export interface BinaryReply {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly fileName: string
}

export interface Binding {
  readonly endpoint: AnyEndpoint
  readonly handle: (ctx: Context, input: unknown, wire: Wire) => Promise<unknown>
}

/** Ties an endpoint to the use case behind it; input and output are those of the endpoint, checked by the compiler. */
export function bind<E extends AnyEndpoint>(
  endpoint: E,
  useCase: (ctx: Context, input: z.output<E['input']>, wire: Wire) => Promise<z.input<E['output']>>,
): Binding {
  return {
    endpoint,
    // The input was parsed by this endpoint's own schema one call earlier.
    handle: (ctx, input, wire) => useCase(ctx, input as z.output<E['input']>, wire),
  }
}

/** Ties an endpoint that answers a file. */
export function bindBinary<E extends AnyEndpoint>(
  endpoint: E,
  useCase: (ctx: Context, input: z.output<E['input']>) => Promise<BinaryReply>,
): Binding {
  // As above.
  return { endpoint, handle: (ctx, input) => useCase(ctx, input as z.output<E['input']>) }
}
