import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type FilingContent, FilingState } from '@xingtan/contract/office/filing'
import { PlanState } from '@xingtan/contract/office/plan'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { handInFiling } from '../../src/modules/filing/hand-in-filing.ts'
import { openFiling } from '../../src/modules/filing/open-filing.ts'
import { reviewFiling } from '../../src/modules/filing/review-filing.ts'
import { saveFiling } from '../../src/modules/filing/save-filing.ts'
import { uploadScan } from '../../src/modules/filing/upload-scan.ts'
import { checkPlan } from '../../src/modules/plan/check-plan.ts'
import { extendPlan } from '../../src/modules/plan/extend-plan.ts'
import { getPlan } from '../../src/modules/plan/get-plan.ts'
import { handInPlan } from '../../src/modules/plan/hand-in-plan.ts'
import { publishPlan } from '../../src/modules/plan/publish-plan.ts'
import { reviewPlan } from '../../src/modules/plan/review-plan.ts'
import { savePlan } from '../../src/modules/plan/save-plan.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { type Try, holdTable, officersOf } from './state-table.ts'

const CITY = '33009'
const PROVINCE = '33001'
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

const SCHEME: FilingContent = {
  kind: 'scheme',
  leader: '沈怀远',
  deputy: '顾盼之',
  head: '温如许',
  stages: [{ title: '网上报名', from: '2026-11-02', to: '2026-11-20', responsible: '人事科 温如许' }],
  hospitals: [{ name: '演示医院', perDay: 120 }],
  points: [{ name: '第一确认点', address: '演示路 1 号', deskCount: 4 }],
  safety: '分时预约，配备医务和保卫人员。',
  budgetAssured: true,
}
const wire = { file: PDF, setSession: () => undefined, clearSession: () => undefined }

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const officer = officersOf(() => world)

holdTable(
  'plans',
  () => world,
  () => {
    let county: OfficerActor
    let city: OfficerActor
    let planId = ''
    let later = ''
    const view = () => getPlan(world.as(county), { planId })
    const reasons = async () => {
      const { content } = await view()
      const { findings } = await checkPlan(world.as(county), { planId, content })
      return Object.fromEntries(findings.map(({ key }) => [key, '按全市统一安排。']))
    }
    const save: Try = async (by) => {
      const { content, version } = await view()
      await savePlan(world.as(by), { planId, version, content: { ...content, expectedCount: 901 } })
    }
    const handIn: Try = async (by) => {
      const { version } = await view()
      await handInPlan(world.as(by), { planId, version, justifications: await reasons() })
    }
    const approve: Try = (by) => reviewPlan(world.as(by), { planId, approved: true, reason: null })
    const giveBack: Try = (by) => reviewPlan(world.as(by), { planId, approved: false, reason: '请补充说明。' })
    const publish: Try = (by) => publishPlan(world.as(by), { planId, publishAt: null })
    const schedule: Try = (by) => publishPlan(world.as(by), { planId, publishAt: '2026-10-12T09:00:00.000Z' })
    const extend: Try = (by) =>
      extendPlan(world.as(by), {
        planId,
        window: 'confirm',
        closesAt: later,
        number: `衢教〔2026〕${randomUUID().slice(0, 8)}号`,
        signer: '沈怀远',
        reason: '因天气原因延期。',
      })
    const change = async () => {
      await save(county)
      await handIn(county)
    }
    return {
      states: PlanState.options,
      tables: [
        'plans',
        'plan_submissions',
        'plan_reviews',
        'plan_publications',
        'plan_windows',
        'agency_plans',
        'point_schedules',
      ],
      subject: { get: () => planId, set: (id) => void (planId = id) },
      who: async () => {
        county = await officer(HOME, ['plan'])
        city = await officer(CITY, ['plan'])
        for (const pointId of [world.points.home, world.points.other]) await officer(HOME, ['confirm'], { pointId })
        const [row] = await world.rows('select id from plans where agency_code = $1', [HOME])
        planId = String(row?.['id'])
        // Room in the windows above, a day more for 确认, and a scheme on file.
        await world.rows(`update rounds set closes_at = '2026-12-31T16:00:00Z'`)
        await world.rows(
          `update province_plans set confirm_closes_at = '2026-12-20T09:00:00Z', network_closes_at = '2026-12-20T09:00:00Z'`,
        )
        const ends = (await view()).content.confirms.map(({ closesAt }) => Date.parse(closesAt))
        later = new Date(Math.max(...ends) + 86_400_000).toISOString()
        const { filingId } = await openFiling(world.as(county), { kind: 'scheme', year: 2026, roundId: world.roundId })
        await saveFiling(world.as(county), { filingId, version: 1, content: SCHEME })
        await uploadScan(world.as(county), { filingId }, wire)
        const [filed] = await world.rows('select draft_version as version from filings where id = $1', [filingId])
        await handInFiling(world.as(county), { filingId, version: Number(filed?.['version']) })
        return {
          county,
          city,
          'same person at the city': await officer(CITY, ['plan'], { personId: county.personId }),
          province: await officer(PROVINCE, ['plan']),
          foreign: await officer(FOREIGN, ['plan']),
        }
      },
      arrange: {
        draft: async () => {
          // Never published: as a plan is when a round begins.
          for (const table of ['plan_windows', 'point_schedules', 'agency_plans']) {
            await world.rows(`delete from ${table} where ${table === 'agency_plans' ? 'id' : 'plan_id'} = $1`, [planId])
          }
          await world.rows('set session_replication_role = replica')
          await world.rows('delete from plan_publications where plan_id = $1', [planId])
          await world.rows('reset session_replication_role')
        },
        published: async () => undefined,
        'handed-in': change,
        returned: async () => {
          await change()
          await giveBack(city)
        },
        approved: async () => {
          await change()
          await approve(city)
        },
        scheduled: async () => {
          await change()
          await approve(city)
          await schedule(county)
        },
      },
      doors: {
        save: 'plan.save',
        'hand in': 'plan.hand-in',
        approve: 'plan.review',
        return: 'plan.review',
        publish: 'plan.publish',
        schedule: 'plan.publish',
        extend: 'plan.extend',
      },
      acts: { save, 'hand in': handIn, approve, return: giveBack, publish, schedule, extend },
      expected: {
        draft: {
          save: '✓ request.not-found request.not-found request.not-found request.not-found',
          'hand in': '✓ request.not-found request.not-found request.not-found request.not-found',
          approve: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          return: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          publish: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          schedule: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          extend: 'plan.not-published request.not-found request.not-found request.not-found request.not-found',
        },
        'handed-in': {
          save: 'plan.not-editable request.not-found request.not-found request.not-found request.not-found',
          'hand in': 'plan.not-editable request.not-found request.not-found request.not-found request.not-found',
          approve: 'plan.not-superior ✓ plan.same-person request.not-found request.not-found',
          return: 'plan.not-superior ✓ plan.same-person request.not-found request.not-found',
          publish: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          schedule: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          extend: '✓ request.not-found request.not-found request.not-found request.not-found',
        },
        returned: {
          save: '✓ request.not-found request.not-found request.not-found request.not-found',
          'hand in': '✓ request.not-found request.not-found request.not-found request.not-found',
          approve: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          return: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          publish: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          schedule: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          extend: '✓ request.not-found request.not-found request.not-found request.not-found',
        },
        approved: {
          save: '✓ request.not-found request.not-found request.not-found request.not-found',
          'hand in': '✓ request.not-found request.not-found request.not-found request.not-found',
          approve: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          return: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          publish: '✓ request.not-found request.not-found request.not-found request.not-found',
          schedule: '✓ request.not-found request.not-found request.not-found request.not-found',
          extend: '✓ request.not-found request.not-found request.not-found request.not-found',
        },
        scheduled: {
          save: 'plan.not-editable request.not-found request.not-found request.not-found request.not-found',
          'hand in': 'plan.not-editable request.not-found request.not-found request.not-found request.not-found',
          approve: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          return: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          publish: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          schedule: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          extend: 'plan.change-pending request.not-found request.not-found request.not-found request.not-found',
        },
        published: {
          save: '✓ request.not-found request.not-found request.not-found request.not-found',
          'hand in': 'plan.nothing-changed request.not-found request.not-found request.not-found request.not-found',
          approve: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          return: 'plan.not-superior plan.not-waiting plan.not-waiting request.not-found request.not-found',
          publish: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          schedule: 'plan.not-approved request.not-found request.not-found request.not-found request.not-found',
          extend: '✓ request.not-found request.not-found request.not-found request.not-found',
        },
      },
    }
  },
)

holdTable(
  'filings',
  () => world,
  () => {
    let county: OfficerActor
    let province: OfficerActor
    let filingId: string = randomUUID()
    const roundId = randomUUID()
    const facts = async () => {
      const [row] = await world.rows(
        `select draft_version as version, (select count(*)::int from filing_submissions s where s.filing_id = f.id) as number
       from filings f where id = $1`,
        [filingId],
      )
      return { version: Number(row?.['version'] ?? 0), number: Number(row?.['number'] ?? 0) }
    }
    const save: Try = async (by) =>
      saveFiling(world.as(by), { filingId, version: (await facts()).version, content: { ...SCHEME, leader: '沈怀近' } })
    const scan: Try = (by) => uploadScan(world.as(by), { filingId }, wire)
    const handIn: Try = async (by) => handInFiling(world.as(by), { filingId, version: (await facts()).version })
    const judge =
      (accepted: boolean): Try =>
      async (by) =>
        reviewFiling(world.as(by), {
          filingId,
          number: (await facts()).number,
          accepted,
          reason: accepted ? null : '请补充。',
        })
    const open = async () => {
      filingId = (await openFiling(world.as(county), { kind: 'scheme', year: 2026, roundId })).filingId
      await saveFiling(world.as(county), { filingId, version: (await facts()).version, content: SCHEME })
      await scan(county)
    }
    const wait = async () => {
      await open()
      await handIn(county)
    }
    return {
      states: FilingState.options,
      tables: ['filings', 'filing_submissions', 'filing_reviews'],
      subject: { get: () => filingId, set: (id) => void (filingId = id) },
      who: async () => {
        await world.rows(
          `insert into rounds (id, name, opens_at, closes_at) values ($1, '演示批次二', '2026-10-30T16:00:00Z', '2027-01-31')`,
          [roundId],
        )
        county = await officer(HOME, ['plan'])
        province = await officer(PROVINCE, ['plan'])
        return {
          county,
          city: await officer(CITY, ['plan']),
          province,
          'same person at the province': await officer(PROVINCE, ['plan'], { personId: county.personId }),
          nation: await officer('00000', ['plan']),
          foreign: await officer(FOREIGN, ['plan']),
        }
      },
      arrange: {
        missing: async () => undefined,
        draft: open,
        'handed-in': wait,
        returned: async () => {
          await wait()
          await judge(false)(province)
        },
        accepted: async () => {
          await wait()
          await judge(true)(province)
        },
      },
      doors: {
        save: 'filing.save',
        scan: 'filing.upload-scan',
        'hand in': 'filing.hand-in',
        accept: 'filing.review',
        return: 'filing.review',
      },
      acts: { save, scan, 'hand in': handIn, accept: judge(true), return: judge(false) },
      expected: {
        missing: {
          save: 'request.not-found request.not-found request.not-found request.not-found request.not-found request.not-found',
          scan: 'request.not-found request.not-found request.not-found request.not-found request.not-found request.not-found',
          'hand in':
            'request.not-found request.not-found request.not-found request.not-found request.not-found request.not-found',
          accept:
            'request.not-found request.not-found request.not-found request.not-found request.not-found request.not-found',
          return:
            'request.not-found request.not-found request.not-found request.not-found request.not-found request.not-found',
        },
        draft: {
          save: '✓ request.not-found request.not-found request.not-found request.not-found request.not-found',
          scan: '✓ request.not-found request.not-found request.not-found request.not-found request.not-found',
          'hand in': '✓ request.not-found request.not-found request.not-found request.not-found request.not-found',
          accept:
            'filing.not-receiver filing.not-receiver filing.not-waiting filing.not-waiting filing.not-receiver request.not-found',
          return:
            'filing.not-receiver filing.not-receiver filing.not-waiting filing.not-waiting filing.not-receiver request.not-found',
        },
        'handed-in': {
          save: 'filing.handed-in request.not-found request.not-found request.not-found request.not-found request.not-found',
          scan: 'filing.handed-in request.not-found request.not-found request.not-found request.not-found request.not-found',
          'hand in':
            'filing.handed-in request.not-found request.not-found request.not-found request.not-found request.not-found',
          accept: 'filing.not-receiver filing.not-receiver ✓ filing.same-person filing.not-receiver request.not-found',
          return: 'filing.not-receiver filing.not-receiver ✓ filing.same-person filing.not-receiver request.not-found',
        },
        returned: {
          save: '✓ request.not-found request.not-found request.not-found request.not-found request.not-found',
          scan: '✓ request.not-found request.not-found request.not-found request.not-found request.not-found',
          'hand in': '✓ request.not-found request.not-found request.not-found request.not-found request.not-found',
          accept:
            'filing.not-receiver filing.not-receiver filing.not-waiting filing.not-waiting filing.not-receiver request.not-found',
          return:
            'filing.not-receiver filing.not-receiver filing.not-waiting filing.not-waiting filing.not-receiver request.not-found',
        },
        accepted: {
          save: '✓ request.not-found request.not-found request.not-found request.not-found request.not-found',
          scan: '✓ request.not-found request.not-found request.not-found request.not-found request.not-found',
          'hand in':
            'filing.nothing-changed request.not-found request.not-found request.not-found request.not-found request.not-found',
          accept:
            'filing.not-receiver filing.not-receiver filing.not-waiting filing.not-waiting filing.not-receiver request.not-found',
          return:
            'filing.not-receiver filing.not-receiver filing.not-waiting filing.not-waiting filing.not-receiver request.not-found',
        },
      },
    }
  },
)
