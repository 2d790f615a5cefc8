import type { BenchStack } from './bench-stack.ts'
import { cloneRows } from '@xingtan/tools/clone-rows'

/** The approval that is measured: the case, and who concludes it where. */
export interface Approval {
  readonly home: string
  readonly agencies: readonly string[]
  readonly version: number
  readonly applicationId: string
  readonly approverId: string
  readonly proofNumber: string
}

interface Original {
  readonly ids: readonly string[]
  readonly evidenceKeys: readonly string[]
  readonly person: string
  readonly registrationNumber: string
}

const CASE_TABLES = [
  'application_events',
  'evidence_uses',
  'consents',
  'confirmations',
  'vetting_requests',
  'vetting_standings',
  'reviews',
  'files',
]

/** What in the rows of a case belongs to it alone and has to be another in a copy. */
async function readOriginal({ admin }: BenchStack, applicationId: string): Promise<Original> {
  const own = `application_id = '${applicationId}'`
  const used = `select evidence_id from evidence_uses where ${own}`
  const owned = ['consents', 'confirmations', 'vetting_requests', 'reviews', 'files']
  const list = [...owned.map((table) => `select id from ${table} where ${own}`), used].join(' union ')
  const ids = await admin.query<{ id: string }>(list)
  const keys = await admin.query<{ key: string }>(`select key from evidence where id in (${used})`)
  const { rows } = await admin.query<{ person: string; number: string }>(
    `select encode(person_index, 'hex') as person, registration_number as number from applications where id = $1`,
    [applicationId],
  )
  const [application] = rows
  if (application === undefined) throw new Error('the case has gone')
  return {
    ids: [applicationId, ...ids.rows.map(({ id }) => id)],
    evidenceKeys: keys.rows.map(({ key }) => key),
    person: application.person,
    registrationNumber: application.number,
  }
}

/** Copies the case with all its records, each copy a case of its own. */
export async function cloneCases(bench: BenchStack, approval: Approval, place: CloneKind): Promise<CaseIds> {
  const { applicationId, proofNumber, home, agencies } = approval
  const { ids, evidenceKeys, person, registrationNumber } = await readOriginal(bench, applicationId)
  const own = `application_id = '${applicationId}'`
  const list = `(array[${agencies.map((agency) => `'${agency}'`).join(',')}])`
  const agencyOf = place.isMany ? `${list}[i % ${agencies.length} + 1]` : `'${home}'`
  await cloneRows(bench.admin, {
    rows: [
      ['applications', `id = '${applicationId}'`],
      // Records of its own, as in life: rows that thousands of cases share would be looked up in another way.
      ['evidence', `id in (select evidence_id from evidence_uses where ${own})`],
      ...CASE_TABLES.map((table) => [table, own] as const),
    ],
    ids,
    hashes: [person],
    texts: [
      ...evidenceKeys.map((key) => [`"key": "${key}"`, `'"key": "${key}-' || i || '"'`] as const),
      [registrationNumber, `(200000000000000 + i)::text`],
      [proofNumber, `lpad(i::text, ${proofNumber.length}, '0')`],
      [`"agency_code": "${home}"`, `'"agency_code": "' || ${agencyOf} || '"'`],
    ],
    first: place.first,
    count: place.count,
  })
  return { ids, hashes: [person] }
}

/** Which copies: of one agency or spread over many. */
export interface CloneKind {
  readonly isMany: boolean
  readonly first: number
  readonly count: number
}

/** Ids and hashes that every copy has its own of. */
export interface CaseIds {
  readonly ids: readonly string[]
  readonly hashes: readonly string[]
}
