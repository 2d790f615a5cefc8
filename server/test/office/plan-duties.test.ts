import { randomUUID } from 'node:crypto'
import type { FilingContent } from '@xingtan/contract/office/filing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getFile } from '../../src/modules/file/get-file.ts'
import { getFiling } from '../../src/modules/filing/get-filing.ts'
import { handInFiling } from '../../src/modules/filing/hand-in-filing.ts'
import { openFiling } from '../../src/modules/filing/open-filing.ts'
import { reviewFiling } from '../../src/modules/filing/review-filing.ts'
import { saveFiling } from '../../src/modules/filing/save-filing.ts'
import { uploadScan } from '../../src/modules/filing/upload-scan.ts'
import { checkPlan } from '../../src/modules/plan/check-plan.ts'
import { getPlan } from '../../src/modules/plan/get-plan.ts'
import { handInPlan } from '../../src/modules/plan/hand-in-plan.ts'
import { startPlan } from '../../src/modules/plan/start-plan.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { Problem } from '../../src/platform/problem.ts'
import { HOME, type World, startWorld } from '../world.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const PHOTO_RULE = '照片统一使用近期免冠正面1寸彩色白底证件照，JPG/JPEG 格式，不大于200K。'
const CONTENTS: readonly FilingContent[] = [
  {
    kind: 'applicant-notice',
    title: '通知',
    documentNumber: '浙教师〔2026〕8号',
    issuedOn: '2026-10-10',
    text: PHOTO_RULE,
  },
  {
    kind: 'plan-table',
    head: '钱塘月',
    batches: [
      {
        work: 'recognition',
        name: '下半年认定',
        networkFrom: '2026-11-02',
        networkTo: '2026-11-20',
        confirmFrom: '2026-11-23',
        confirmTo: '2026-12-04',
        expectedCount: 30_000,
      },
    ],
    trainings: [
      { from: '2026-10-14', to: '2026-10-15', topic: '政策学习', place: '杭州', head: '越千峰', expectedCount: 200 },
    ],
  },
  {
    kind: 'scheme',
    leader: '沈怀远',
    deputy: '顾盼之',
    head: '温如许',
    safety: '分时预约。',
    budgetAssured: true,
    stages: [{ title: '网上报名', from: '2026-11-02', to: '2026-11-20', responsible: '人事科' }],
    hospitals: [{ name: '演示医院', perDay: 1 }],
    points: [{ name: '第一确认点', address: '演示路 1 号', deskCount: 4 }],
  },
]

let world: World
let nation: OfficerActor
let province: OfficerActor
let county: OfficerActor
let roundId: string
beforeAll(async () => {
  world = await startWorld()
  const [row] = await world.rows(
    'select c.parent_code as top from agencies a join agencies c on c.code = a.parent_code where a.code = $1',
    [HOME],
  )
  nation = await world.officer({ roles: ['plan'], agencyCode: '00000' })
  province = await world.officer({ roles: ['plan'], agencyCode: String(row?.['top']) })
  county = await world.officer({ roles: ['plan'] })
  roundId = randomUUID()
  await world.rows(
    `insert into rounds (id, name, opens_at, closes_at) values ($1, '演示批次二', '2026-10-30T16:00:00Z', '2027-01-31')`,
    [roundId],
  )
})
afterAll(() => world.stop())

async function findingsOf(officer: OfficerActor, planId: string): Promise<string[]> {
  const { content } = await getPlan(world.as(officer), { planId })
  const { findings } = await checkPlan(world.as(officer), { planId, content })
  return findings.map(({ code }) => code)
}

async function isStoppedBy(officer: OfficerActor, planId: string, code: string): Promise<boolean> {
  const { version } = await getPlan(world.as(officer), { planId })
  const error: unknown = await handInPlan(world.as(officer), { planId, version, justifications: {} }).catch(
    (thrown: unknown) => thrown,
  )
  return error instanceof Problem && error.reasons.some((reason) => reason.code === code)
}

/** Writes and hands in one of the contents above. */
async function handIn(officer: OfficerActor, kind: FilingContent['kind']): Promise<string> {
  const content = CONTENTS.find((one) => one.kind === kind)
  if (content === undefined) throw new Error(`no content of ${kind}`)
  const subject = { kind, year: 2026, roundId: kind === 'plan-table' ? null : roundId }
  const { filingId } = await openFiling(world.as(officer), subject)
  const { version } = await getFiling(world.as(officer), { filingId })
  await saveFiling(world.as(officer), { filingId, version, content })
  const wire = { file: PDF, setSession: () => undefined, clearSession: () => undefined }
  const scanned = await uploadScan(world.as(officer), { filingId }, wire)
  await handInFiling(world.as(officer), { filingId, version: scanned.version })
  return filingId
}

describe('the duties before a plan (PLN-2, PLN-7)', () => {
  test('a province hands no plan in before the nation has accepted its notice and its table', async () => {
    const { planId } = await startPlan(world.as(province), { roundId })
    expect(await isStoppedBy(province, planId, 'plan.notice-missing')).toBe(true)
    for (const kind of ['applicant-notice', 'plan-table'] as const) {
      const filingId = await handIn(province, kind)
      // Handed in is not yet accepted.
      expect(await isStoppedBy(province, planId, 'plan.notice-missing')).toBe(true)
      const review = { filingId, number: 1, accepted: true, reason: null }
      expect(await reviewFiling(world.as(nation), review)).toEqual({ done: true })
    }
    expect(await isStoppedBy(province, planId, 'plan.notice-missing')).toBe(false)
  })

  test('an agency publishes no plan before its 实施方案 is filed, and its hospitals are what the plan counts with', async () => {
    const { planId } = await startPlan(world.as(county), { roundId })
    expect(await isStoppedBy(county, planId, 'plan.scheme-missing')).toBe(true)
    expect(await findingsOf(county, planId)).toContain('plan.scheme-missing')
    const filingId = await handIn(county, 'scheme')
    expect(await findingsOf(county, planId)).not.toContain('plan.scheme-missing')
    const { content } = await getPlan(world.as(county), { planId })
    const window = { opensAt: '2026-11-01T16:00:00Z', closesAt: '2026-11-20T09:00:00Z' }
    const phases = [{ ...window, routes: [], personKinds: [] }]
    const asked = { ...content, phases, confirms: [window], expectedCount: 500 }
    const capacity = (await checkPlan(world.as(county), { planId, content: asked })).summary.hospitalCapacity
    expect(capacity).toBeGreaterThan(0)
    const review = { filingId, number: 1, accepted: false, reason: '体检医院太少。' }
    await reviewFiling(world.as(province), review)
    // Returned is not filed.
    expect(await findingsOf(county, planId)).toContain('plan.scheme-missing')
  })

  test('a plan that is published already is changed without them', async () => {
    const [row] = await world.rows('select id from plans where agency_code = $1 and round_id <> $2', [HOME, roundId])
    expect(await findingsOf(county, String(row?.['id']))).not.toContain('plan.scheme-missing')
  })

  test('S-047: the receiver opens the stamped scan by its link, and nobody else by the same link', async () => {
    const { filingId } = await openFiling(world.as(province), { kind: 'plan-table', year: 2026, roundId: null })
    const { scanUrl } = await getFiling(world.as(nation), { filingId })
    const link = scanUrl?.split('/').at(-1) ?? ''
    expect((await getFile(world.as(nation), { link })).bytes).toEqual(PDF)
    await expect(getFile(world.as(county), { link })).rejects.toThrow('request.not-found')
  })
})
