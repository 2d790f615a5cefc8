import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { ownerOf } from '../../../test/online.ts'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { getThread } from './get-thread.ts'
import { listUnread } from './list-unread.ts'
import { markRead } from './mark-read.ts'
import { sendMessage } from './send-message.ts'
import { writeMessage } from './write-message.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

let world: World
let desk: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
})
afterAll(() => world.stop())

const submitted = () => arrangeCase(world, { step: 'submitted' })
const write = (item: ArrangedCase, text: string) =>
  writeMessage(world.as(ownerOf(item), 'thread.write-own'), { applicationId: item.id, text })
const send = (item: ArrangedCase, text: string, officer = desk) =>
  sendMessage(world.as(officer, 'thread.send'), { applicationId: item.id, text })
const read = (item: ArrangedCase, officer = desk) => getThread(world.as(officer), { applicationId: item.id })

async function countSms(item: ArrangedCase): Promise<number> {
  const rows = await world.rows(
    `select id from messages where application_id = $1 and channel = 'sms' and template = 'thread.message'`,
    [item.id],
  )
  return rows.length
}

describe('留言 of a case (CNF-4, APP-10)', () => {
  test('never tells an applicant where the office is (S-040)', async () => {
    const item = await submitted()
    expect(await codesOf(send(item, '请登录 http://office。localhost/desk 查看。'))).toEqual(['notice.names-office'])
    expect((await read(item)).messages).toEqual([])
  })

  test('goes both ways, in order, and each side sees what the other has read', async () => {
    const item = await submitted()
    await write(item, '请问还缺什么材料？\n我可以今天送来。')
    const waiting = await listUnread(world.as(desk), {})
    expect(waiting.rows.find(({ applicationId }) => applicationId === item.id)).toMatchObject({ unread: 1 })
    expect((await read(item)).messages).toMatchObject([
      { from: '申请人', by: null, text: '请问还缺什么材料？\n我可以今天送来。', isFromApplicant: true, isRead: false },
    ])
    expect((await read(item)).messages[0]?.isRead).toBe(false)
    await markRead(world.as(desk, 'thread.mark-read'), { applicationId: item.id })
    expect((await listUnread(world.as(desk), {})).rows.map(({ applicationId }) => applicationId)).not.toContain(item.id)
    await send(item, '请带上户口簿原件。')
    const { messages, templates } = await read(item)
    expect(messages).toMatchObject([
      { isFromApplicant: true, isRead: true },
      { text: '请带上户口簿原件。', isFromApplicant: false, isRead: false },
    ])
    expect(messages[1]?.by).not.toBeNull()
    expect(templates.length).toBeGreaterThan(0)
  })

  test('nudges by SMS once a day, also when twenty are sent at once', async () => {
    const item = await submitted()
    await Promise.all(Array.from({ length: 20 }, (_, index) => send(item, `第 ${index + 1} 条`)))
    expect(await countSms(item)).toBe(1)
    expect((await read(item)).messages).toHaveLength(20)
  })

  test('the words are frozen: no face can change or remove them', async () => {
    const item = await submitted()
    await send(item, '原来的话。')
    const scope = world.as(desk)
    await expect(
      scope.write((tx) =>
        tx.run({ text: `update messages set body = 'x' where application_id = $1`, values: [item.id] }),
      ),
    ).rejects.toThrow('permission denied')
    expect((await read(item)).messages[0]?.text).toBe('原来的话。')
  })

  test('takes no document number from either side, and ten a day from the owner', async () => {
    const item = await submitted()
    const number = item.documentNumber
    expect(await codesOf(write(item, `我的号码是${number}`))).toEqual(['thread.personal-data'])
    expect(await codesOf(send(item, `您的号码 ${number} 有误`))).toEqual(['thread.personal-data'])
    for (let count = 0; count < 10; count += 1) await write(item, `问题 ${count}`)
    expect(await codesOf(write(item, '再问一次'))).toEqual(['thread.too-many'])
  })

  test('nobody else reads or writes: another applicant, another agency, another point (S-045)', async () => {
    const item = await submitted()
    const stranger = await submitted()
    const asStranger = world.as(ownerOf(stranger), 'thread.write-own')
    expect(await codesOf(writeMessage(asStranger, { applicationId: item.id, text: 'x' }))).toEqual([
      'request.not-found',
    ])
    const foreign = await world.officer({ roles: ['confirm'], agencyCode: FOREIGN, pointId: world.points.foreign })
    const other = await world.officer({ roles: ['confirm'], pointId: world.points.other })
    await write(item, '有人吗？')
    for (const officer of [foreign, other]) {
      expect(await codesOf(read(item, officer))).toEqual(['request.not-found'])
      expect(await codesOf(send(item, 'x', officer))).toEqual(['request.not-found'])
      const mark = markRead(world.as(officer, 'thread.mark-read'), { applicationId: item.id })
      expect(await codesOf(mark)).toEqual(['request.not-found'])
      expect((await listUnread(world.as(officer), {})).rows.map(({ applicationId }) => applicationId)).not.toContain(
        item.id,
      )
    }
  })
})
