import { randomUUID } from 'node:crypto'
import type { PostToChannel } from '@xingtan/contract/office/channel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { takeJobs } from '../../platform/jobs.ts'
import { confirmChannelPost } from './confirm-post.ts'
import { getChannelFile } from './get-file.ts'
import { getChannelSummary } from './get-summary.ts'
import { createChannelJobs } from './jobs.ts'
import { listChannelPosts } from './list-posts.ts'
import { listChannelReceipts } from './list-receipts.ts'
import { listChannelTargets } from './list-targets.ts'
import { openChannelPost } from './open-post.ts'
import { postToChannel } from './post-to-channel.ts'
import { remindChannelPost } from './remind-post.ts'
import { uploadChannelFile } from './upload-file.ts'
import { withdrawChannelPost } from './withdraw-post.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000049454e44ae426082', 'hex'),
])
const CITY = '33009'
const PROVINCE = '33001'
let world: World
let province: OfficerActor
let city: OfficerActor
let county: OfficerActor
let reviewer: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  province = await world.officer({ roles: ['plan', 'publicity'], agencyCode: PROVINCE })
  city = await world.officer({ roles: ['plan'], agencyCode: CITY })
  county = await world.officer({ roles: ['users'] })
  reviewer = await world.officer({ roles: ['review'] })
})
afterAll(() => world.stop())
beforeEach(() => world.moveClock('2026-10-12T10:00:00+08:00'))

const NOTICE: PostToChannel = {
  kind: 'notice',
  title: '做好秋季认定准备工作',
  body: '请各地于开放前完成人员备案和确认点设置。',
  audience: 'below',
  toAgencyCode: null,
  roles: [],
  answersId: null,
  receiptRequired: true,
  readBy: '2026-10-14',
  fileIds: [],
}
const post = (officer: OfficerActor, change: Partial<PostToChannel> = {}) =>
  postToChannel(world.as(officer), { ...NOTICE, ...change })
const idsIn = async (
  officer: OfficerActor,
  more: { box?: 'in' | 'out'; search?: string; unconfirmed?: 'yes' } = {},
) => {
  const { rows } = await listChannelPosts(world.as(officer), { box: 'in', ...more })
  return rows.map(({ postId }) => postId)
}

describe('who is written to (ADM-7)', () => {
  test('a notice of the province reaches city and county, the direct ones alone when told, and nobody beside or above', async () => {
    const { postId } = await post(province)
    const direct = await post(province, { audience: 'direct' })
    const nation = await world.officer({ roles: ['plan'], agencyCode: '00000' })
    expect(await idsIn(city)).toEqual(expect.arrayContaining([postId, direct.postId]))
    expect(await idsIn(county)).toContain(postId)
    expect(await idsIn(county)).not.toContain(direct.postId)
    expect(await idsIn(nation)).not.toContain(postId)
    expect(await idsIn(province, { box: 'out' })).toContain(postId)
    expect(await codesOf(openChannelPost(world.as(nation), { postId }))).toEqual(['request.not-found'])
    expect(await codesOf(openChannelPost(world.as(county), { postId: direct.postId }))).toEqual(['request.not-found'])
  })

  test('a county writes to its city alone, and is answered', async () => {
    const { targets } = await listChannelTargets(world.as(county))
    expect(targets.map(({ agencyCode }) => agencyCode)).toEqual([CITY])
    const letter = { kind: 'letter', audience: 'agency', receiptRequired: false, readBy: null } as const
    for (const toAgencyCode of [PROVINCE, FOREIGN, '00000']) {
      expect(await codesOf(post(county, { ...letter, toAgencyCode }))).toEqual(['channel.to-unreachable'])
    }
    expect(await codesOf(post(county))).toEqual(['channel.nobody-below'])
    const { postId } = await post(county, { ...letter, toAgencyCode: CITY })
    const seen = await openChannelPost(world.as(city), { postId })
    expect(seen).toMatchObject({ isAddressed: true, mayAnswer: true, row: { agencyName: '柯城区教育局' } })
    const answer = await post(city, { ...letter, toAgencyCode: HOME, answersId: postId })
    expect((await openChannelPost(world.as(county), { postId: answer.postId })).answersId).toBe(postId)
    expect(await idsIn(await world.officer({ roles: ['users'], agencyCode: FOREIGN }))).not.toContain(answer.postId)
  })

  test('the centre has nobody above, and everybody below to write to', async () => {
    const centre = await world.officer({ roles: ['plan'], agencyCode: '00000' })
    const { targets } = await listChannelTargets(world.as(centre))
    expect(targets.some(({ isAbove }) => isAbove)).toBe(false)
    expect(targets.map(({ agencyCode }) => agencyCode)).toEqual(expect.arrayContaining([PROVINCE, CITY, HOME]))
  })

  test('the database refuses a letter aside even when the rule is forgotten', async () => {
    const { db } = world.services.office
    const write = db.transaction({ officerId: county.userId, agencyCode: HOME }, (tx) =>
      tx.run({
        text: `insert into channel_posts (id, agency_code, author_id, kind, title, body, audience, to_agency_code, roles, receipt_required, posted_at)
               values ($1, $2, $3, 'letter', '标题', '内容', 'agency', $4, '{}', false, app_now())`,
        values: [randomUUID(), HOME, county.userId, FOREIGN],
      }),
    )
    await expect(write).rejects.toThrow('row-level security')
  })

  test('meant for some roles, it comes to them alone', async () => {
    const { postId } = await post(city, { roles: ['review'] })
    expect(await idsIn(reviewer)).toContain(postId)
    expect(await idsIn(county)).not.toContain(postId)
    expect(await codesOf(openChannelPost(world.as(county), { postId }))).toEqual(['request.not-found'])
  })

  test('is found by words of its title and text, and what looks like a wildcard is a letter', async () => {
    const { postId } = await post(province, { title: '照片规格 100% 说明_甲', body: '像素以手册为准。' })
    expect(await idsIn(city, { search: '100%' })).toEqual([postId])
    expect(await idsIn(city, { search: '手册为准' })).toEqual([postId])
    expect(await idsIn(city, { search: '%规%明%' })).toEqual([])
  })
})

describe('read receipts', () => {
  test('each person’s first reading and confirmation is kept, and the author sees who is missing', async () => {
    const { postId } = await post(city, { roles: ['review', 'users'] })
    expect(await idsIn(reviewer, { unconfirmed: 'yes' })).toContain(postId)
    await openChannelPost(world.as(reviewer), { postId })
    await Promise.all(Array.from({ length: 20 }, () => confirmChannelPost(world.as(reviewer), { postId })))
    expect(await idsIn(reviewer, { unconfirmed: 'yes' })).not.toContain(postId)
    const kept = await world.rows('select read_at, confirmed_at from channel_receipts where post_id = $1', [postId])
    expect(kept).toHaveLength(1)
    const unread = await listChannelReceipts(world.as(city), { postId, show: 'unread' })
    expect(unread.rows.map(({ userId }) => userId)).toContain(county.userId)
    expect(unread.rows.map(({ userId }) => userId)).not.toContain(reviewer.userId)
    const { counts } = await openChannelPost(world.as(city), { postId })
    expect(counts).toMatchObject({ read: 1, confirmed: 1 })
    const foreign = await listChannelReceipts(world.as(province), { postId, show: 'all' })
    expect(foreign.rows).toEqual([])
  })

  test('is late from the day after the last day', async () => {
    const reader = await world.officer({ roles: ['statistics'] })
    const { postId } = await post(city, { roles: ['statistics'] })
    const lateOn = async (instant: string) => {
      await world.moveClock(instant)
      const { rows } = await listChannelPosts(world.as(reader), { box: 'in' })
      return rows.find((row) => row.postId === postId)?.isOverdue
    }
    expect(await lateOn('2026-10-14T23:59:00+08:00')).toBe(false)
    expect(await lateOn('2026-10-15T00:00:00+08:00')).toBe(true)
    const { overdue } = await getChannelSummary(world.as(reader))
    await confirmChannelPost(world.as(reader), { postId })
    expect((await getChannelSummary(world.as(reader))).overdue).toBe(overdue - 1)
    expect(await lateOn('2026-10-15T00:00:00+08:00')).toBe(false)
  })

  test('the author reminds once a day, and the clock on the last day and the day after', async () => {
    const { postId } = await post(city)
    const reminded = await Promise.allSettled(
      Array.from({ length: 20 }, () => remindChannelPost(world.as(city), { postId })),
    )
    expect(reminded.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codesOf(remindChannelPost(world.as(city), { postId }))).toEqual(['channel.reminded-today'])
    const days = ['2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16']
    for (const day of days) {
      await world.moveClock(`${day}T09:00:00+08:00`)
      await world.rows(`insert into jobs (name, payload, run_at) values ('channel.remind-due', '{}', app_now())`)
      const handlers = createChannelJobs(world.services.worker)
      for (const job of await takeJobs(world.services.worker.db, ['channel.remind-due'], 5)) {
        await handlers[job.name]?.({ job, holdLease: async () => undefined })
      }
    }
    const rows = await world.rows('select on_day::text from channel_reminders where post_id = $1 order by on_day', [
      postId,
    ])
    expect(rows.map((row) => row['on_day'])).toEqual(['2026-10-12', '2026-10-14', '2026-10-15'])
  })

  test('nobody confirms what did not come to him or needs no receipt', async () => {
    const { postId } = await post(city, { receiptRequired: false, readBy: null })
    expect(await codesOf(confirmChannelPost(world.as(reviewer), { postId }))).toEqual(['channel.no-receipt'])
    expect(await codesOf(confirmChannelPost(world.as(city), { postId }))).toEqual(['request.not-found'])
  })
})

describe('attachments and taking back', () => {
  test('an attachment belongs to its author until it is sent, then to those it was sent to', async () => {
    const { fileId } = await uploadChannelFile(world.as(city), { name: '操作说明.png' }, { file: PNG })
    const stolen = post(province, { fileIds: [fileId] })
    expect(await codesOf(stolen)).toEqual(['channel.file-unknown'])
    const { postId } = await post(city, { fileIds: [fileId] })
    const got = await getChannelFile(world.as(county), { postId, fileId })
    expect(got.bytes.equals(PNG)).toBe(true)
    const other = await world.officer({ roles: ['users'], agencyCode: '33001' })
    expect(await codesOf(getChannelFile(world.as(other), { postId, fileId }))).toEqual(['request.not-found'])
    const program = uploadChannelFile(world.as(city), { name: '手册.pdf' }, { file: Buffer.from('MZ') })
    expect(await codesOf(program)).toEqual(['channel.file-kind'])
  })

  test('what is taken back is gone for those it came to, with its attachments, and stays on file at home', async () => {
    const { fileId } = await uploadChannelFile(world.as(city), { name: '附件.png' }, { file: PNG })
    const { postId } = await post(city, { fileIds: [fileId] })
    expect(await codesOf(withdrawChannelPost(world.as(county), { postId, reason: '撤回' }))).toEqual([
      'request.not-found',
    ])
    await withdrawChannelPost(world.as(city), { postId, reason: '附件有误，另行发送。' })
    expect(await idsIn(county)).not.toContain(postId)
    expect(await codesOf(openChannelPost(world.as(county), { postId }))).toEqual(['request.not-found'])
    expect(await codesOf(getChannelFile(world.as(county), { postId, fileId }))).toEqual(['request.not-found'])
    const own = await openChannelPost(world.as(city), { postId })
    expect(own).toMatchObject({ withdrawnBecause: '附件有误，另行发送。', row: { isWithdrawn: true } })
  })
})
