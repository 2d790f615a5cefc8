import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { ASKED, aPdf, handIn, ownerOf, upload, wireWith } from '../../../test/online.ts'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { askToPoint } from './ask-to-point.ts'
import { extendTime } from './extend-time.ts'
import { getMaterials } from './get-materials.ts'
import { getOnlineCase } from './get-online-case.ts'
import { handInMaterials } from './hand-in-materials.ts'
import { judgeMaterials } from './judge-materials.ts'
import { listOnlineCases } from './list-online-cases.ts'
import { remindSupplement } from './remind-supplement.ts'
import { requestSupplement } from './request-supplement.ts'
import { uploadMaterial } from './upload-material.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

let world: World
let desk: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
})
afterAll(() => world.stop())

const submitted = () => arrangeCase(world, { step: 'submitted' })
const own = (item: ArrangedCase) => getMaterials(world.as(ownerOf(item)), { applicationId: item.id })
const file = (item: ArrangedCase) => getOnlineCase(world.as(desk), { applicationId: item.id })

async function judge(item: ArrangedCase, rejected: readonly string[] = []) {
  const { version, items } = await file(item)
  const judgements = items
    .filter(({ materialId, state }) => materialId !== null && state === 'handed-in')
    .map(({ materialId, code }) => ({
      materialId: materialId ?? '',
      accepted: !rejected.includes(code),
      reasons: rejected.includes(code) ? [{ code: 'file-unreadable', note: '第二页' }] : [],
    }))
  return judgeMaterials(world.as(desk, 'material.judge'), { applicationId: item.id, version, judgements })
}

const ask = async (item: ArrangedCase, more: { note?: string; dueOn?: string; dueReason?: string } = {}) => {
  const { version, proposedDueOn } = await file(item)
  const { note = null, dueOn = proposedDueOn, dueReason = null } = more
  const input = { applicationId: item.id, version, note, dueOn, dueReason }
  return requestSupplement(world.as(desk, 'material.request-supplement'), input)
}

describe('上传材料 (APP-10, APP-14)', () => {
  test('asks for what nothing has proven, refuses the rest, and says everything that is missing at once', async () => {
    const item = await submitted()
    expect((await own(item)).items.map(({ code }) => code)).toEqual(ASKED)
    const put = (code: string, bytes = aPdf(), fileName = 'a.pdf') =>
      codesOf(uploadMaterial(world.as(ownerOf(item)), { applicationId: item.id, code, fileName }, wireWith(bytes)))
    expect(await put('education-certificate')).toEqual(['material.unknown'])
    expect(await put('hukou-book', Buffer.from('GIF89a'))).toEqual(['material.not-pdf'])
    expect(await put('hukou-book', Buffer.alloc(1_048_576, 32))).toEqual(['material.too-large'])
    const active = Buffer.from(
      aPdf().toString('latin1').replace('/Type/Catalog', '/Type/Catalog/OpenAction 4 0 R'),
      'latin1',
    )
    expect(await put('hukou-book', active)).toEqual(['material.pdf-active'])
    const hand = () => codesOf(handInMaterials(world.as(ownerOf(item)), { applicationId: item.id }))
    expect(await hand()).toEqual(ASKED.map(() => 'material.missing'))
    await upload(world, item)
    expect(await put('hukou-book', aPdf('new'))).toEqual([])
    expect(await hand()).toEqual([])
    expect(await put('hukou-book')).toEqual(['material.locked'])
    expect(await hand()).toEqual(['material.nothing-new'])
    const kept = await world.rows(
      'select code, state, replaced_at is null as live from materials where application_id = $1',
      [item.id],
    )
    expect(kept.filter(({ code }) => code === 'hukou-book')).toHaveLength(2)
    expect(kept.filter(({ live }) => live === true)).toHaveLength(ASKED.length)
  })

  test('nobody else sees or fills the place: another applicant, another agency, an agency that does not offer it', async () => {
    const item = await submitted()
    const stranger = await submitted()
    await upload(world, item, ['hukou-book'])
    const input = { applicationId: item.id, code: 'hukou-book', fileName: 'a.pdf' }
    expect(await codesOf(uploadMaterial(world.as(ownerOf(stranger)), input, wireWith(aPdf())))).toEqual([
      'request.not-found',
    ])
    const foreign = await world.officer({ roles: ['confirm'], agencyCode: FOREIGN, pointId: world.points.foreign })
    const other = await world.officer({ roles: ['confirm'], pointId: world.points.other })
    for (const officer of [foreign, other]) {
      expect(await codesOf(getOnlineCase(world.as(officer), { applicationId: item.id }))).toEqual(['request.not-found'])
    }
    // The file is on its way only: the desk sees nothing of it before it is handed in.
    expect((await file(item)).items.map(({ state, url }) => [state, url])).toEqual(ASKED.map(() => ['missing', null]))
    const away = await arrangeCase(world, { step: 'submitted', agencyCode: FOREIGN })
    expect((await own(away)).offered).toBe(false)
    expect(await codesOf(upload(world, away, ['hukou-book']))).toEqual(['material.not-offered'])
  })

  test('twenty files for one place at once leave exactly one live', async () => {
    const item = await submitted()
    const input = { applicationId: item.id, code: 'hukou-book', fileName: 'a.pdf' }
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        uploadMaterial(world.as(ownerOf(item)), input, wireWith(aPdf(String(index)))),
      ),
    )
    const [row] = await world.rows(
      'select count(*)::int as live from materials where application_id = $1 and replaced_at is null',
      [item.id],
    )
    expect(row).toEqual({ live: 1 })
  })

  test('the database itself takes no file of a megabyte (domain §23 case 24)', async () => {
    const item = await submitted()
    await upload(world, item, ['hukou-book'])
    await expect(
      world.rows('update materials set bytes = 1048576 where application_id = $1', [item.id]),
    ).rejects.toThrow('materials__bytes')
  })
})

describe('the online desk (CNF-3, APP-11)', () => {
  test('triages: what is filed passes, and the queue shows own point and lane', async () => {
    const item = await submitted()
    await handIn(world, item)
    const view = await file(item)
    expect(view).toMatchObject({ state: 'handed-in', lane: 'pass' })
    const { rows } = await listOnlineCases(world.as(desk), { state: 'handed-in', lane: 'pass' })
    expect(rows.map(({ applicationId }) => applicationId)).toContain(item.id)
    const other = await world.officer({ roles: ['confirm'], pointId: world.points.other })
    expect((await listOnlineCases(world.as(other), { state: 'handed-in' })).rows).toEqual([])
    // A source that turns afterwards puts the case into another lane by itself.
    await world.rows(`update evidence set state = 'mismatch' where account_id = $1 and kind = 'putonghua'`, [
      item.accountId,
    ])
    await listOnlineCases(world.as(desk), { state: 'handed-in' })
    const [lane] = await world.rows('select lane from online_cases where application_id = $1', [item.id])
    expect(lane).toEqual({ lane: 'supplement' })
  })

  test('tells the full list once, grants working days, takes back only what was rejected, and a second round', async () => {
    const item = await submitted()
    await handIn(world, item)
    expect(await codesOf(ask(item))).toEqual(ASKED.map(() => 'material.unjudged'))
    await judge(item, ['hukou-book', 'exam-proof'])
    expect(await codesOf(ask(item, { dueOn: '2026-10-13' }))).toEqual(['material.due-reason-needed'])
    expect(await codesOf(ask(item, { dueOn: '2026-10-12' }))).toEqual(['material.due-past'])
    expect(await ask(item)).toEqual({ dueOn: '2026-10-19', count: 2 })
    const told = await world.rows(`select body from messages where application_id = $1 and channel = 'site'`, [item.id])
    expect(told).toHaveLength(1)
    expect(told[0]?.['body']).toContain('1. 户口簿首页和本人页，或集体户口证明：文件模糊、缺页或者无法辨认。（第二页）')
    expect(told[0]?.['body']).toContain('2. 中小学教师资格考试合格证明：')
    const view = await own(item)
    expect(view).toMatchObject({ dueOn: '2026-10-19', isLate: false, mayHandIn: false })
    expect(view.items.filter(({ mayUpload }) => mayUpload).map(({ code }) => code)).toEqual([
      'hukou-book',
      'exam-proof',
    ])
    await handIn(world, item, ['hukou-book', 'exam-proof'])
    expect(await file(item)).toMatchObject({ state: 'handed-in', requests: [{ round: 1, isOpen: false }] })
    await judge(item, ['exam-proof'])
    await ask(item)
    expect((await file(item)).requests.map(({ round, isOpen, items }) => [round, isOpen, items.length])).toEqual([
      [2, true, 1],
      [1, false, 2],
    ])
  })

  test('a file that was replaced or a case that moved on is not judged by what was seen before (S-054)', async () => {
    const item = await submitted()
    await handIn(world, item)
    const { version, items } = await file(item)
    const judgements = [{ materialId: items[0]?.materialId ?? '', accepted: true, reasons: [] }]
    const input = { applicationId: item.id, version, judgements }
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => codesOf(judgeMaterials(world.as(desk, 'material.judge'), input))),
    )
    expect(outcomes.filter((outcome) => outcome.length === 0)).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome[0] === 'case.changed')).toHaveLength(19)
  })

  test('more time needs a later day and a reason; 需现场 closes what was asked', async () => {
    const item = await submitted()
    await handIn(world, item)
    await judge(item, ['hukou-book'])
    const act = async () => ({ applicationId: item.id, version: (await file(item)).version })
    const extend = async (dueOn: string) =>
      codesOf(extendTime(world.as(desk), { ...(await act()), dueOn, dueReason: '申请人在外地' }))
    expect(await extend('2026-10-20')).toEqual(['material.no-open-request'])
    await ask(item)
    expect(await extend('2026-10-19')).toEqual(['material.due-not-later'])
    expect(await extend('2026-10-21')).toEqual([])
    expect((await own(item)).dueOn).toBe('2026-10-21')
    await askToPoint(world.as(desk), { ...(await act()), note: '需要核对原件' })
    expect(await own(item)).toMatchObject({ dueOn: null, sentence: expect.stringContaining('到场办理') })
    expect(await file(item)).toMatchObject({ state: 'on-site' })
  })
})

describe('reminders of granted time', () => {
  test('come the day before and on the last day, once, and not when it is done or moved', async () => {
    const item = await submitted()
    await handIn(world, item)
    await judge(item, ['hukou-book'])
    await ask(item)
    const jobs = await world.rows(
      `select payload, run_at from jobs where name = 'material.remind' and payload ->> 'supplementId' in
         (select id::text from supplement_requests where application_id = $1) order by run_at`,
      [item.id],
    )
    expect(jobs.map(({ run_at: at }) => (at instanceof Date ? at.toISOString() : ''))).toEqual([
      '2026-10-18T01:00:00.000Z',
      '2026-10-19T01:00:00.000Z',
    ])
    const run = async (index: number) => {
      const payload = jobs[index]?.['payload']
      // The payload was written by `addJob` as an object of texts.
      const job = { id: 1, name: 'material.remind', payload: payload as Record<string, string>, fence: 1, attempts: 1 }
      await remindSupplement(world.services.worker, { job, holdLease: async () => undefined })
    }
    const count = async () =>
      (
        await world.rows(
          `select count(*)::int as n from messages where application_id = $1 and template like 'material.remind%'`,
          [item.id],
        )
      )[0]
    await run(0)
    expect(await count()).toEqual({ n: 0 })
    await world.moveClock('2026-10-18T09:00:00+08:00')
    await run(0)
    expect(await count()).toEqual({ n: 2 })
    await handIn(world, item, ['hukou-book'])
    await world.moveClock('2026-10-19T09:00:00+08:00')
    await run(1)
    expect(await count()).toEqual({ n: 2 })
  })
})
