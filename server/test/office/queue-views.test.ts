import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { saveViewEndpoint } from '@xingtan/contract/office/queue-view'
import { findCase } from '../../src/modules/confirmation/find-case.ts'
import { listViews, removeView, saveView } from '../../src/modules/decision/save-view.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { arrangeCase } from '../arrange-case.ts'
import { makeSyntheticNumber } from '../synthetic-number.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { codeOf } from '../refusal-codes.ts'

let world: World
let reviewer: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  reviewer = await world.officer({ roles: ['review'] })
})
afterAll(() => world.stop())

const viewsOf = async (officer: OfficerActor) => (await listViews(world.as(officer))).views

test('an officer keeps filters under a name; the same name takes the new ones, twenty at the same moment make one', async () => {
  const save = (query: string) => saveView(world.as(reviewer), { name: '今日小学', query })
  await Promise.all(Array.from({ length: 20 }, () => save('due=today&type=2')))
  await save('due=week')
  expect(await viewsOf(reviewer)).toMatchObject([{ name: '今日小学', query: 'due=week' }])
})

test('views are one’s own: nobody else sees or removes them', async () => {
  const other = await world.officer({ roles: ['review'] })
  const { viewId } = await saveView(world.as(other), { name: '逾期', query: 'due=overdue' })
  expect((await viewsOf(reviewer)).map((view) => view.viewId)).not.toContain(viewId)
  expect(await codeOf(removeView(world.as(reviewer), { viewId }))).toBe('request.not-found')
  await removeView(world.as(other), { viewId })
  expect(await viewsOf(other)).toEqual([])
})

test('twenty views are enough, and filters are words of the address, never a name or number of a person', async () => {
  const other = await world.officer({ roles: ['review'] })
  for (let place = 1; place <= 20; place += 1) {
    await saveView(world.as(other), { name: `筛选${place}`, query: 'due=week' })
  }
  expect(await codeOf(saveView(world.as(other), { name: '再一个', query: 'due=week' }))).toBe('decision.views-full')
  for (const query of ['', 'name=赵', 'https://example.invalid', 'due=week&', '=']) {
    expect(saveViewEndpoint.input.safeParse({ name: '筛选', query }).success, query).toBe(false)
  }
})

test('a name is found by how it begins, within the agency, each hit an event (S-144)', async () => {
  const named = async (name: string, agencyCode?: string) =>
    arrangeCase(world, {
      step: 'submitted',
      person: { name, number: makeSyntheticNumber(2) },
      ...(agencyCode === undefined ? {} : { agencyCode }),
    })
  const first = await named('欧阳杏林')
  const second = await named('欧阳杏坛')
  await named('欧杏')
  await named('欧阳杏花', FOREIGN)
  const find = async (text: string) => (await findCase(world.as(reviewer), { text })).rows
  expect((await find('欧阳')).map(({ applicationId }) => applicationId).toSorted()).toEqual(
    [first.id, second.id].toSorted(),
  )
  expect(await find('欧阳杏林')).toMatchObject([{ applicationId: first.id }])
  expect(await find('阳杏')).toEqual([])
  expect(await find('欧_%')).toEqual([])
  const events = await world.rows(
    `select detail ->> 'by' as by from audit_events where object_id = $1 and outcome = 'read'`,
    [first.id],
  )
  expect(events.map(({ by }) => by)).toEqual(['name', 'name'])
})

test('the search by name goes by its index, under row-level security too', async () => {
  const { db } = world.services.office
  const plan = await db.transaction({ officerId: reviewer.userId, agencyCode: HOME }, async (tx) => {
    await tx.run({ text: 'set local enable_seqscan = off', values: [] })
    const text = `explain select a.id from applications a where a.agency_code = app_agency_code()
                  and a.name ~>=~ '欧阳' and a.name ~<~ ('欧阳' || chr(1114111))`
    return tx.list(z.record(z.string(), z.unknown()), { text, values: [] })
  })
  const lines = JSON.stringify(plan)
  expect(lines).toContain('applications__agency_name')
  expect(lines).toMatch(/Index Cond: .*~>=~/)
})
