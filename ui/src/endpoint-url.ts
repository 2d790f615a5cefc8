import type { AnyEndpoint, InputOf } from '@xingtan/contract/endpoint'

interface Target {
  readonly url: string
  /** The fields of the input that the path has not used up. */
  readonly rest: ReadonlyMap<string, unknown>
}

/** Fills `:params` of the path from the input. Stops when one is missing: that is a mistake in the calling code. */
export function splitTarget(endpoint: AnyEndpoint, input: unknown): Target {
  const rest = new Map<string, unknown>(typeof input === 'object' && input !== null ? Object.entries(input) : [])
  const url = endpoint.path.replace(/:([A-Za-z][A-Za-z0-9]*)/g, (_match, name: string) => {
    const value = rest.get(name)
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new TypeError(`${endpoint.name}: the input has no "${name}" for the path ${endpoint.path}`)
    }
    rest.delete(name)
    return encodeURIComponent(String(value))
  })
  return { url, rest }
}

function queryOf(rest: ReadonlyMap<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of rest) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) query.append(name, toText(item))
    }
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** Text of one form or query value: booleans and numbers as words, objects as JSON. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}

/** Address of a GET endpoint, for links, pictures and downloads of `reply: 'binary'`. */
export function endpointUrl<E extends AnyEndpoint>(endpoint: E, input: InputOf<E>): string {
  const { url, rest } = splitTarget(endpoint, input)
  return url + queryOf(rest)
}
