import type { FastifyRequest } from 'fastify'
import type { AnyEndpoint } from '@xingtan/contract/endpoint'
import type { Refusal } from '@xingtan/contract/problem'
import { Problem, problem } from './problem.ts'

export interface ReceivedInput {
  readonly value: unknown
  readonly file: Buffer | undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Path parameters, then query (GET) or body (POST), as one flat input; a field may come from one place only. */
export async function receiveInput(request: FastifyRequest, endpoint: AnyEndpoint): Promise<ReceivedInput> {
  const parameters = isRecord(request.params) ? request.params : {}
  if (endpoint.method === 'GET') return { value: { ...queryOf(request), ...parameters }, file: undefined }
  if (endpoint.body === 'file') {
    const { fields, file } = await receiveFile(request)
    return { value: { ...fields, ...parameters }, file }
  }
  if (request.body !== undefined && request.body !== null && !isRecord(request.body)) throw problem('request.malformed')
  if (!isShallow(request.body, DEEPEST)) throw problem('request.malformed')
  return { value: { ...request.body, ...parameters }, file: undefined }
}

const DEEPEST = 12

/** No form of ours nests deeper; a body of ten thousand brackets is refused before anything walks it (S-102). */
function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((item) => isShallow(item, depth - 1))
}

function queryOf(request: FastifyRequest): Record<string, unknown> {
  const query = isRecord(request.query) ? request.query : {}
  // A repeated parameter arrives as an array: no schema takes one, so it is refused (S-099).
  return query
}

async function receiveFile(request: FastifyRequest): Promise<{ fields: Record<string, unknown>; file: Buffer }> {
  if (!request.isMultipart()) throw problem('request.malformed')
  const fields: Record<string, unknown> = {}
  let file: Buffer | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      if (file !== undefined) throw problem('request.malformed')
      file = await part.toBuffer()
    } else {
      fields[part.fieldname] = part.value
    }
  }
  if (file === undefined || file.length === 0) throw problem('file.missing')
  return { fields, file }
}

const FALLBACK = '这一项填写不正确，请检查后重新填写。'

/** Parses the input by the endpoint's schema; every defect becomes a reason with its field and a Chinese sentence. */
export function parseInput(endpoint: AnyEndpoint, value: unknown): unknown {
  const parsed = endpoint.input.safeParse(value)
  if (parsed.success) return parsed.data
  const [first, ...others] = parsed.error.issues.map((issue): Refusal => ({
    code: 'request.invalid',
    field: issue.path.join('.'),
    values: { sentence: /\p{Script=Han}/u.test(issue.message) ? issue.message : FALLBACK },
  }))
  if (first === undefined) throw problem('request.invalid')
  throw new Problem([first, ...others])
}
