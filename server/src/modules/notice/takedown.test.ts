import type { NoticeContent } from '@xingtan/contract/office/notice'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codesOf } from '../../../test/refusal-codes.ts'
import { type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { createNotice } from './create-notice.ts'
import { decideTakedown } from './decide-takedown.ts'
import { getNotice } from './get-notice.ts'
import { getOwnNotice } from './get-own-notice.ts'
import { listNoticesBelow } from './list-notices-below.ts'
import { listTakedowns } from './list-takedowns.ts'
import { proposeTakedown } from './propose-takedown.ts'
import { submitNotice } from './submit-notice.ts'

const CITY = '33009'
const REASON = '确认时间与全市安排不一致。'
const NOBODY = { kind: 'nobody' } as const
const CONTENT: NoticeContent = {
  title: '现场确认公告',
  body: '现场确认时间为10月19日至23日。',
  business: 'recognition',
  regionCode: '330802',
  isPinned: false,
  publishedAt: null,
  takenDownAt: null,
  attachmentIds: [],
  overrideReason: null,
}

let world: World
let county: OfficerActor
let first: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  county = await world.officer({ roles: ['publicity'] })
  first = await world.officer({ roles: ['plan'], agencyCode: CITY })
  second = await world.officer({ roles: ['publicity'], agencyCode: CITY })
})
afterAll(() => world.stop())

/** An announcement of the county that is before the public. */
async function announce(title = CONTENT.title): Promise<string> {
  const { noticeId } = await createNotice(world.as(county, 'notice.create'), { ...CONTENT, title })
  await submitNotice(world.as(county, 'notice.submit'), { noticeId, revision: 1 })
  return noticeId
}

const propose = (officer: OfficerActor, noticeId: string) =>
  proposeTakedown(world.as(officer, 'notice.propose-takedown'), { noticeId, reason: REASON })
const decide = (officer: OfficerActor, takedownId: string, agreed = true) =>
  decideTakedown(world.as(officer, 'notice.decide-takedown'), { takedownId, agreed })
const readPublic = (noticeId: string) => getNotice(world.as(NOBODY), { noticeId })

describe('an announcement of a county that its city takes down (PUB-5)', () => {
  test('stays until a second person agrees, is gone then, and both offices are told why', async () => {
    const noticeId = await announce()
    const { rows } = await listNoticesBelow(world.as(first), { text: '现场确认' })
    expect(rows.find((row) => row.noticeId === noticeId)).toMatchObject({ isProposed: false })
    const { takedownId } = await propose(first, noticeId)
    expect((await readPublic(noticeId)).title).toBe(CONTENT.title)
    expect((await listTakedowns(world.as(county))).rows).toEqual([])
    await decide(second, takedownId)
    expect(await codesOf(readPublic(noticeId))).toEqual(['notice.over'])
    const own = await getOwnNotice(world.as(county), { noticeId })
    expect(own.out?.withdrawReason).toBe(`衢州市教育局撤下：${REASON}`)
    const told = (await listTakedowns(world.as(county))).rows.find((row) => row.takedownId === takedownId)
    expect(told).toMatchObject({
      isOwn: true,
      state: 'done',
      reason: REASON,
      upperName: '衢州市教育局',
      proposedBy: null,
    })
    const kept = (await listTakedowns(world.as(first))).rows.find((row) => row.takedownId === takedownId)
    expect(kept).toMatchObject({ isOwn: false, state: 'done', mayDecide: false })
  })

  test('S-056: is not taken down by who proposed it, nor by an office that did not', async () => {
    const noticeId = await announce()
    const { takedownId } = await propose(first, noticeId)
    expect(await codesOf(decide(first, takedownId))).toEqual(['notice.takedown-same-person'])
    const province = await world.officer({ roles: ['publicity'], agencyCode: '33001' })
    expect(await codesOf(decide(province, takedownId))).toEqual(['request.not-found'])
    expect((await readPublic(noticeId)).title).toBe(CONTENT.title)
    await decide(second, takedownId, false)
    expect(await codesOf(decide(second, takedownId))).toEqual(['notice.takedown-decided'])
    expect((await readPublic(noticeId)).title).toBe(CONTENT.title)
  })

  test('S-050: nobody takes down what is not below: the own, a neighbour’s, an office’s above', async () => {
    const neighbour = await world.officer({ roles: ['publicity'], agencyCode: '33001' })
    const noticeId = await announce()
    expect(await codesOf(propose(county, noticeId))).toEqual(['notice.not-below'])
    const foreign = await world.officer({ roles: ['publicity'], agencyCode: '33003' })
    expect(await codesOf(propose(foreign, noticeId))).toEqual(['notice.not-below'])
    expect((await listNoticesBelow(world.as(county), {})).rows).toEqual([])
    expect((await listNoticesBelow(world.as(neighbour), {})).rows.map((row) => row.noticeId)).toContain(noticeId)
  })

  test('of thirty proposals at one moment one is open; of thirty decisions one counts', async () => {
    const noticeId = await announce()
    const tries = await Promise.all(Array.from({ length: 30 }, () => codesOf(propose(first, noticeId))))
    expect(tries.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['notice.takedown-open']))
    const open = (await listTakedowns(world.as(second))).rows.find((row) => row.noticeId === noticeId)
    const answers = await Promise.all(Array.from({ length: 30 }, () => codesOf(decide(second, open?.takedownId ?? ''))))
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(new Set(answers.flat())).toEqual(new Set(['notice.takedown-decided']))
  })
})
