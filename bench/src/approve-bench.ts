import { approveCaseEndpoint } from '@xingtan/contract/office/case'
import { type BenchStack, listIds, officerCookie } from './bench-stack.ts'
import { call, prepare } from './call.ts'
import { cloneRows, copiedId } from './clone-rows.ts'
import type { Contender } from './compare.ts'
import { type Desk, prepareCase } from './prepare-case.ts'
import { type Statement, recordStatements } from './record-statements.ts'
import { type ReplayRules, createPool, replay } from './replay.ts'
import { createSender } from './send.ts'
import { copiedNumber } from './submit-bench.ts'

export interface ApproveBench {
  readonly statements: number
  readonly agencies: number
  readonly oneAgency: readonly Contender[]
  readonly manyAgencies: readonly Contender[]
}

interface Approval {
  readonly home: string
  readonly agencies: readonly string[]
  readonly version: number
  readonly applicationId: string
  readonly approverId: string
  readonly proofNumber: string
}

const HOME = 'kecheng'
const FIRST_CASE = 1_000_000
const tokenOf = (agency: string) => `bench-approver-${agency}`

async function signInDesk(bench: BenchStack, home: string): Promise<Desk> {
  return {
    confirm: await bench.signInOfficer(`${HOME}-confirm`),
    vet: await bench.signInOfficer(`${HOME}-vet`),
    review: await bench.signInOfficer(`${HOME}-review`),
    approve: await bench.signInOfficer(`${HOME}-approve`, tokenOf(home)),
  }
}

/** The same approver at every agency of the province, each account with a session of its own. */
async function layApprovers(bench: BenchStack, approverId: string, agencies: readonly string[]): Promise<void> {
  const { admin } = bench
  for (const agency of agencies) {
    const user = copiedId(approverId, Number(agency))
    await admin.query(
      `insert into staff_users (id, person_id, agency_code, username, password_hash, roles)
       select $1, person_id, $2, 'bench-' || $2, password_hash, roles from staff_users where id = $3`,
      [user, agency, approverId],
    )
    await admin.query(`insert into staff_keys (serial, user_id) values ('bench-' || $1, $2)`, [agency, user])
    await bench.signInOfficer(`bench-${agency}`, tokenOf(agency))
  }
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

async function cloneCases(bench: BenchStack, approval: Approval, place: CloneKind): Promise<CaseIds> {
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

interface CloneKind {
  readonly isMany: boolean
  readonly first: number
  readonly count: number
}

interface CaseIds {
  readonly ids: readonly string[]
  readonly hashes: readonly string[]
}

interface Track {
  readonly place: CloneKind
  readonly rules: ReplayRules
  readonly statements: readonly Statement[]
}

function toContenders(bench: BenchStack, approval: Approval, { place, rules, statements }: Track): Contender[] {
  const { home, agencies, applicationId, version } = approval
  const pool = createPool(bench.stack.databaseUrls.office_face)
  const send = createSender(bench.stack.urls.office)
  const postgres = bench.stack.pid('database') ?? 0
  let used = 0
  const next = () => {
    used += 1
    if (used > place.count) throw new Error('more cases are needed for this machine')
    return place.first + used - 1
  }
  return [
    {
      name: 'POST …/approve',
      processes: { face: bench.stack.pid('office') ?? 0, postgres, load: process.pid },
      work: () => {
        const item = next()
        const agency = place.isMany ? (agencies[item % agencies.length] ?? home) : home
        const own = { origin: bench.stack.urls.office, cookie: officerCookie(tokenOf(agency)) }
        return send(prepare(own, approveCaseEndpoint, { applicationId: copiedId(applicationId, item), version }))
      },
    },
    {
      name: 'same statements through pg',
      processes: { postgres, load: process.pid },
      work: () => replay(pool, statements, next(), rules),
    },
  ]
}

function makeRules(bench: BenchStack, approval: Approval, clones: CaseIds, kept: ReadonlySet<string>, isMany: boolean) {
  const { home, agencies, approverId, proofNumber } = approval
  const agencyOf = (item: number) => (isMany ? (agencies[item % agencies.length] ?? home) : home)
  const toHex = (agency: string) => bench.hashes.token(tokenOf(agency)).toString('hex')
  const own = (item: number) => copiedId(approverId, Number(agencyOf(item)))
  const texts: ReplayRules['texts'] = [[proofNumber, (item) => copiedNumber(proofNumber, item)]]
  return {
    kept: new Set([...kept, ...agencies.map((agency) => copiedId(approverId, Number(agency)))]),
    hashes: clones.hashes,
    texts: isMany
      ? [...texts, [toHex(home), (item: number) => toHex(agencyOf(item))] as const, [approverId, own] as const]
      : texts,
    // The serial is what the database just answered; number and agency follow it.
    follow: (value: string, answers: ReadonlyMap<string, number>, item: number) => {
      if (value === home) return agencyOf(item)
      const serial = answers.get('serial')
      if (serial === undefined) return value
      return value
        .replaceAll(/"agencyCode":\s*"\d{5}"/g, `"agencyCode":"${agencyOf(item)}"`)
        .replaceAll(/("number":\s*")(\d{4})\d{5}(\d\d)\d{6}/g, (_whole, head: string, year: string, kind: string) => {
          return `${head}${year}${agencyOf(item)}${kind}${String(serial).padStart(6, '0')}`
        })
        .replaceAll(/"serial":\s*\d+/g, `"serial":${serial}`)
    },
  } satisfies ReplayRules
}

async function getApprover(bench: BenchStack): Promise<{ approverId: string; home: string }> {
  const { rows } = await bench.admin.query<{ id: string; home: string }>(
    `select id, agency_code as home from staff_users where username = $1`,
    [`${HOME}-approve`],
  )
  const [row] = rows
  if (row === undefined) throw new Error('no approver')
  return { approverId: row.id, home: row.home }
}

async function listAgencies(bench: BenchStack, home: string): Promise<string[]> {
  const { rows } = await bench.admin.query<{ code: string }>(
    `select code from agencies where left(code, 2) = left($1, 2) and code <> $1 order by code`,
    [home],
  )
  return rows.map(({ code }) => code)
}

/** Takes a submitted case to its last step, copies it, approves the first under the statement log, names the contenders. */
export async function arrangeApprove(
  bench: BenchStack,
  submitted: { readonly applicationId: string; readonly proofNumber: string },
  count: number,
): Promise<ApproveBench> {
  const { approverId, home } = await getApprover(bench)
  const agencies = await listAgencies(bench, home)
  const desk = await signInDesk(bench, home)
  const { rows } = await bench.admin.query<{ today: string }>(
    `select to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
  )
  const version = await prepareCase(desk, submitted.applicationId, rows[0]?.today ?? '')
  const approval: Approval = { ...submitted, home, agencies, version, approverId }
  const before = await listIds(bench.admin)
  await layApprovers(bench, approverId, agencies)
  const one = { isMany: false, first: FIRST_CASE, count }
  const many = { isMany: true, first: FIRST_CASE + count, count }
  const clones = await cloneCases(bench, approval, one)
  await cloneCases(bench, approval, many)
  const statements = await recordStatements(bench.admin, {
    logFile: bench.postgresLog,
    role: 'office_face',
    request: async () => {
      await call(desk.approve, approveCaseEndpoint, { applicationId: submitted.applicationId, version })
    },
  })
  const kept = new Set([...before].filter((id) => !clones.ids.includes(id)))
  const track = (place: CloneKind) => {
    const rules = makeRules(bench, approval, clones, kept, place.isMany)
    return toContenders(bench, approval, { place, rules, statements })
  }
  return { statements: statements.length, agencies: agencies.length, oneAgency: track(one), manyAgencies: track(many) }
}
