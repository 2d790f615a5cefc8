import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { ownerOf } from '../../../test/online.ts'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { answerCorrection } from './answer-correction.ts'
import { askCorrection } from './ask-correction.ts'
import { completeRecovery } from './complete-recovery.ts'
import { getRequest } from './get-request.ts'
import { listOwnRequests } from './list-own-requests.ts'
import { listRequests } from './list-requests.ts'
import { objectToRecovery } from './object-to-recovery.ts'
import { openRecovery } from './open-recovery.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const NEW_PHONE = '13900007777'

let world: World
let desk: OfficerActor
let foreign: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
  foreign = await world.officer({ roles: ['confirm'], agencyCode: FOREIGN, pointId: world.points.foreign })
})
afterAll(() => world.stop())

/** A person whose name is proven: only such an account is the person's for good. */
async function submitted(): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'submitted' })
  await world.rows(
    `update accounts set real_name_state = 'proven', claimed_at = app_now(), lapses_at = null where id = $1`,
    [item.accountId],
  )
  return item
}
const open = (item: ArrangedCase, change: Partial<{ name: string; newPhone: string }> = {}) =>
  openRecovery(world.as(desk, 'service.open-recovery'), {
    documentType: 'resident-id',
    documentNumber: item.documentNumber,
    name: item.name,
    newPhone: NEW_PHONE,
    documentSeen: 'resident-id',
    isPersonPresent: true,
    ...change,
  })
const complete = (requestId: string) =>
  completeRecovery(world.services.worker, {
    job: { id: 1, name: 'service.complete-recovery', payload: { requestId }, fence: 1, attempts: 1 },
    holdLease: async () => undefined,
  })

/** The newest SMS of a template about this person, opened. */
async function readSms(item: ArrangedCase, template: string): Promise<{ phone: string; text: string }[]> {
  const rows = await world.rows(
    'select address_sealed, text_sealed from messages where account_id = $1 and template = $2 order by created_at',
    [item.accountId, template],
  )
  const { crypto } = world.services.worker
  const openText = (value: unknown) => crypto.openColumn(Buffer.isBuffer(value) ? value : Buffer.alloc(0))
  return rows.map((row) => ({ phone: openText(row['address_sealed']), text: openText(row['text_sealed']) }))
}

async function phoneOf(item: ArrangedCase): Promise<string> {
  const [row] = await world.rows('select phone_sealed from accounts where id = $1', [item.accountId])
  const sealed = row?.['phone_sealed']
  return world.services.worker.crypto.openColumn(Buffer.isBuffer(sealed) ? sealed : Buffer.alloc(0))
}

async function openSession(item: ArrangedCase): Promise<void> {
  await world.rows(
    `insert into sessions (id, token_hash, account_id, device_hash, started_at, seen_at, ends_at)
     values ($1, $2, $3, $4, app_now(), app_now(), app_now() + interval '12 hours')`,
    [randomUUID(), Buffer.from(randomUUID()), item.accountId, Buffer.from('device')],
  )
}

async function countSessions(item: ArrangedCase): Promise<number> {
  return (await world.rows('select id from sessions where account_id = $1', [item.accountId])).length
}

describe('S-018 更换手机号码 at the desk (ACC-7)', () => {
  test('tells the old phone with a code, waits 72 hours to the instant, then ends every session and tells both phones', async () => {
    await world.moveClock('2026-10-12T10:00:00+08:00')
    const item = await submitted()
    const before = await phoneOf(item)
    await openSession(item)
    await openSession(item)
    const { requestId, number, effectiveAt } = await open(item)
    const [notice] = await readSms(item, 'service.recovery-opened')
    expect(notice?.phone).toBe(before)
    expect(notice?.text).toContain(number)
    await world.moveClock(new Date(Date.parse(effectiveAt) - 5000).toISOString())
    await complete(requestId)
    expect(await phoneOf(item)).toBe(before)
    expect(await countSessions(item)).toBe(2)
    await world.moveClock(effectiveAt)
    await complete(requestId)
    await complete(requestId)
    expect(await phoneOf(item)).toBe(NEW_PHONE)
    expect(await countSessions(item)).toBe(0)
    expect((await readSms(item, 'service.recovery-done')).map(({ phone }) => phone).toSorted()).toEqual(
      [before, NEW_PHONE].toSorted(),
    )
    const [row] = await world.rows('select state, new_phone_sealed from service_requests where id = $1', [requestId])
    expect(row).toEqual({ state: 'done', new_phone_sealed: null })
  })

  test('an objection by the code of the old phone stops it for good; a wrong code does not', async () => {
    await world.moveClock('2026-10-12T10:00:00+08:00')
    const item = await submitted()
    const before = await phoneOf(item)
    const { requestId, number, effectiveAt } = await open(item)
    const text = (await readSms(item, 'service.recovery-opened'))[0]?.text ?? ''
    const code = /异议码([A-Z\d-]+)/.exec(text)?.[1] ?? ''
    const object = (given: string | null) =>
      codesOf(objectToRecovery(world.as({ kind: 'nobody' }), { number, code: given }))
    expect(await object(null)).toEqual(['service.objection-unknown'])
    expect(await object('AAAA-BBBB-CCCC')).toEqual(['service.objection-unknown'])
    expect(await object(code.toLowerCase().replaceAll('-', ' '))).toEqual([])
    await world.moveClock(effectiveAt)
    await complete(requestId)
    expect(await phoneOf(item)).toBe(before)
    expect(await object(code)).toEqual(['service.objection-unknown'])
  })

  test('whoever is signed in as the person stops it without a code; after the 72 hours nobody does', async () => {
    await world.moveClock('2026-10-12T10:00:00+08:00')
    const [item, late, stranger] = [await submitted(), await submitted(), await submitted()]
    const { number } = await open(item)
    const object = (by: ArrangedCase, wanted: string) =>
      codesOf(objectToRecovery(world.as(ownerOf(by)), { number: wanted, code: null }))
    expect(await object(stranger, number)).toEqual(['service.objection-unknown'])
    expect(await object(item, number)).toEqual([])
    const other = await open(late)
    await world.moveClock(other.effectiveAt)
    expect(await object(late, other.number)).toEqual(['service.objection-unknown'])
  })

  test('never by a number with another name, nor to the same phone; the database itself keeps the 72 hours', async () => {
    await world.moveClock('2026-10-12T10:00:00+08:00')
    const item = await submitted()
    expect(await codesOf(open(item, { name: '别人' }))).toEqual(['service.person-unknown'])
    expect(await codesOf(open(item, { newPhone: await phoneOf(item) }))).toEqual(['service.phone-same'])
    const { requestId } = await open(item)
    await expect(
      world.rows(`update service_requests set effective_at = opened_at + interval '71 hours' where id = $1`, [
        requestId,
      ]),
    ).rejects.toThrow('service_requests__wait')
  })

  test('twenty at once for one person leave one waiting', async () => {
    await world.moveClock('2026-10-12T10:00:00+08:00')
    const item = await submitted()
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, index) => codesOf(open(item, { newPhone: `139000088${10 + index}` }))),
    )
    expect(tries.filter((one) => one.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['service.recovery-running']))
  })
})

describe('更正个人信息 (PRO-10)', () => {
  const ask = (item: ArrangedCase, field: 'ethnic-group' | 'name' = 'ethnic-group') =>
    askCorrection(world.as(ownerOf(item), 'service.ask-correction'), {
      applicationId: item.id,
      field,
      wish: '应为回族，户口簿可以证明。',
    })
  const answer = (requestId: string, outcome: 'done' | 'declined', ethnicGroup: string | null, by = desk) =>
    codesOf(
      answerCorrection(world.as(by, 'service.answer-correction'), {
        requestId,
        outcome,
        answer: '已核对户口簿。',
        ethnicGroup,
      }),
    )

  test('is asked once an entry, listed for its own agency, answered once, and the person reads the outcome', async () => {
    const item = await submitted()
    const { requestId } = await ask(item)
    expect(await codesOf(ask(item))).toEqual(['service.correction-running'])
    const listed = async (officer: OfficerActor) =>
      (await listRequests(world.as(officer), { state: 'waiting' })).rows.map((row) => row.requestId)
    expect(await listed(desk)).toContain(requestId)
    expect(await listed(foreign)).not.toContain(requestId)
    expect(await codesOf(getRequest(world.as(foreign), { requestId }))).toEqual(['request.not-found'])
    const view = await getRequest(world.as(desk), { requestId })
    expect(view).toMatchObject({ wish: '应为回族，户口簿可以证明。', kind: 'data-correction', name: item.name })
    expect(JSON.stringify(view)).not.toContain(item.documentNumber)
    expect(await answer(requestId, 'done', null)).toEqual(['service.ethnic-group-needed'])
    expect(await answer(requestId, 'done', '03', foreign)).toEqual(['request.not-found'])
    expect(await answer(requestId, 'done', '03')).toEqual([])
    expect(await answer(requestId, 'declined', null)).toEqual(['service.closed'])
    const [account] = await world.rows('select ethnic_group from accounts where id = $1', [item.accountId])
    expect(account).toEqual({ ethnic_group: '03' })
    const { requests } = await listOwnRequests(world.as(ownerOf(item)))
    expect(requests).toMatchObject([{ requestId, state: 'done', answer: '已核对户口簿。' }])
    expect(await readSms(item, 'service.answered')).toHaveLength(1)
    expect((await listRequests(world.as(desk), { state: 'closed' })).rows.map((row) => row.requestId)).toContain(
      requestId,
    )
  })

  test('nobody asks about the case of another, and no recovery is answered like a correction', async () => {
    const [item, stranger] = [await submitted(), await submitted()]
    const foreignAsk = askCorrection(world.as(ownerOf(stranger), 'service.ask-correction'), {
      applicationId: item.id,
      field: 'name',
      wish: 'x',
    })
    expect(await codesOf(foreignAsk)).toEqual(['request.not-found'])
    const { requestId } = await open(item)
    expect(await answer(requestId, 'done', null)).toEqual(['service.not-correction'])
  })
})
