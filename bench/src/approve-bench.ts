import { approveCaseEndpoint } from '@xingtan/contract/office/case'
import { type BenchStack, listIds, officerCookie } from './bench-stack.ts'
import { prepare } from './call.ts'
import { type Approval, type CaseIds, type CloneKind, cloneCases } from './clone-cases.ts'
import { copiedId } from '@xingtan/tools/clone-rows'
import type { Contender } from './compare.ts'
import { type PlannedAct, getSessionId, hashesOf, layKeyProofs, proofHeader } from './lay-key-proofs.ts'
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

/** The approval of one copy, in the session of its agency's approver. */
function actOf({ applicationId, version }: Approval, item: number, agency: string): PlannedAct {
  return { token: tokenOf(agency), input: { applicationId: copiedId(applicationId, item), version } }
}

function agencyOf({ home, agencies }: Approval, item: number, isMany: boolean): string {
  return isMany ? (agencies[item % agencies.length] ?? home) : home
}

/** The approval under the statement log. */
function originalAct({ applicationId, version, home }: Approval): PlannedAct {
  return { token: tokenOf(home), input: { applicationId, version } }
}

/** A fresh signature for every approval that may be asked for, one for each contender's try. */
async function laySignatures(
  bench: BenchStack,
  approval: Approval,
  { first, count, isMany }: CloneKind,
): Promise<void> {
  const acts = Array.from({ length: count }, (_none, place) =>
    actOf(approval, first + place, agencyOf(approval, first + place, isMany)),
  )
  await layKeyProofs(bench, approveCaseEndpoint.name, acts)
}

interface Track {
  readonly place: CloneKind
  readonly rules: ReplayRules
  readonly statements: readonly Statement[]
}

function toContenders(bench: BenchStack, approval: Approval, { place, rules, statements }: Track): Contender[] {
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
        const agency = agencyOf(approval, item, place.isMany)
        const own = { origin: bench.stack.urls.office, cookie: officerCookie(tokenOf(agency)) }
        const act = actOf(approval, item, agency)
        const request = prepare(own, approveCaseEndpoint, act.input)
        return send({ ...request, headers: { ...request.headers, ...proofHeader(act) } })
      },
    },
    {
      name: 'same statements through pg',
      processes: { postgres, load: process.pid },
      work: () => replay(pool, statements, next(), rules),
    },
  ]
}

interface Recorded {
  readonly kept: ReadonlySet<string>
  readonly clones: CaseIds
  /** Id of the session of each agency's approver. */
  readonly sessions: ReadonlyMap<string, string>
}

function makeRules(bench: BenchStack, approval: Approval, recorded: Recorded, isMany: boolean): ReplayRules {
  const { home, agencies, approverId, proofNumber } = approval
  const placeOf = (item: number) => agencyOf(approval, item, isMany)
  const toHex = (agency: string) => bench.hashes.token(tokenOf(agency)).toString('hex')
  const proven = (item: number) => hashesOf(bench, approveCaseEndpoint.name, actOf(approval, item, placeOf(item)))
  const original = hashesOf(bench, approveCaseEndpoint.name, originalAct(approval))
  const sessionOf = (agency: string) => recorded.sessions.get(agency) ?? ''
  const texts: ReplayRules['texts'] = [
    [proofNumber, (item) => copiedNumber(proofNumber, item)],
    [original.proof, (item) => proven(item).proof],
    [original.input, (item) => proven(item).input],
  ]
  const ofAgency: ReplayRules['texts'] = [
    [toHex(home), (item) => toHex(placeOf(item))],
    [approverId, (item) => copiedId(approverId, Number(placeOf(item)))],
    [sessionOf(home), (item) => sessionOf(placeOf(item))],
  ]
  const approvers = agencies.map((agency) => copiedId(approverId, Number(agency)))
  return {
    kept: new Set([...recorded.kept, ...approvers, ...recorded.sessions.values()]),
    hashes: recorded.clones.hashes,
    texts: isMany ? [...texts, ...ofAgency] : texts,
    // The serial is what the database just answered; number and agency follow it.
    follow: (value: string, answers: ReadonlyMap<string, number>, item: number) => {
      if (value === home) return placeOf(item)
      const serial = answers.get('serial')
      if (serial === undefined) return value
      return value
        .replaceAll(/"agencyCode":\s*"\d{5}"/g, `"agencyCode":"${placeOf(item)}"`)
        .replaceAll(/("number":\s*")(\d{4})\d{5}(\d\d)\d{6}/g, (_whole, head: string, year: string, kind: string) => {
          return `${head}${year}${placeOf(item)}${kind}${String(serial).padStart(6, '0')}`
        })
        .replaceAll(/"serial":\s*\d+/g, `"serial":${serial}`)
    },
  }
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
  const original = originalAct(approval)
  await layKeyProofs(bench, approveCaseEndpoint.name, [original])
  for (const place of [one, many]) await laySignatures(bench, approval, place)
  const statements = await recordStatements(bench.admin, {
    logFile: bench.postgresLog,
    role: 'office_face',
    request: async () => {
      const request = prepare(desk.approve, approveCaseEndpoint, original.input)
      const send = createSender(desk.approve.origin)
      await send({ ...request, headers: { ...request.headers, ...proofHeader(original) } }, 'POST')
    },
  })
  const kept = new Set([...before].filter((id) => !clones.ids.includes(id)))
  const sessions = new Map<string, string>()
  for (const agency of [home, ...agencies]) sessions.set(agency, await getSessionId(bench, tokenOf(agency)))
  const track = (place: CloneKind) => {
    const rules = makeRules(bench, approval, { kept, clones, sessions }, place.isMany)
    return toContenders(bench, approval, { place, rules, statements })
  }
  return { statements: statements.length, agencies: agencies.length, oneAgency: track(one), manyAgencies: track(many) }
}
