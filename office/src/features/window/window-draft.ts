import type { InputOf } from '@xingtan/contract/endpoint'
import type { proposeWindowEndpoint } from '@xingtan/contract/office/window'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'

/** What stands in the fields of the dialog; times as typed, `2027-06-01T00:00` in Shanghai. */
export interface Draft {
  readonly name: string
  readonly roundKind: string
  readonly function: string
  readonly roundId: string
  readonly provinceCode: string
  readonly opensAt: string
  readonly closesAt: string
  readonly sentence: string
  readonly number: string
  readonly signer: string
  readonly source: string
  readonly reason: string
}

export const EMPTY_DRAFT: Draft = {
  name: '',
  roundKind: '',
  function: '',
  roundId: '',
  provinceCode: '',
  opensAt: '',
  closesAt: '',
  sentence: '',
  number: '',
  signer: '',
  source: '',
  reason: '',
}

type Change = InputOf<typeof proposeWindowEndpoint>['change']

/** An instant in UTC; what is no time goes to the server as it is and comes back with a sentence. */
function toInstant(typed: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed)) return typed
  return shanghaiInstant(typed.slice(0, 10), typed.slice(11)).toISOString()
}

/** An instant as a field of the form holds it: the minute in Shanghai. */
export function toTyped(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(new Date(instant))
    .replace(' ', 'T')
}

/** The change a draft stands for, of the row with this id or of a new one; the server says what is missing. */
export function toChange(kind: Change['kind'], draft: Draft, id: string | null): Change {
  const interval = { opensAt: toInstant(draft.opensAt), closesAt: toInstant(draft.closesAt) }
  const { name, sentence, roundId, provinceCode, number, signer } = draft
  // An empty choice is refused by the endpoint's own schema with its sentence.
  const roundKind = draft.roundKind as 'recognition'
  const switched = draft.function as 'submit'
  if (kind === 'round') return { kind, id, name, roundKind, ...interval }
  if (kind === 'closure') return { kind, id, ...interval, sentence }
  if (kind === 'switch') return { kind, id, function: switched, ...interval, sentence }
  return { kind, roundId, provinceCode, closesAt: interval.closesAt, number, signer }
}
