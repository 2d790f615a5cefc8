import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { Problem } from '../../platform/problem.ts'
import { getOwnProfile } from './get-own-profile.ts'
import { findProfile } from './index.ts'
import { publishProfile } from './publish-profile.ts'

const PROFILE = {
  address: '衢州市柯城区演示路 1 号',
  phone: '0570-3012345',
  email: 'jszg@example.gov.cn',
  hours: '工作日 9:00—17:00',
  notes: '',
  website: null,
}

let world: World
let officer: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  officer = await world.officer({ roles: ['publicity'] })
})
afterAll(() => world.stop())

async function publish(change: Partial<typeof PROFILE> & { version: number }): Promise<readonly string[]> {
  try {
    await publishProfile(world.as(officer, 'agency.publish-profile'), { ...PROFILE, ...change })
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(({ code }) => code)
    throw error
  }
  return []
}

describe('机构公示信息 (PUB-4)', () => {
  test('of twenty officers who publish at one moment one comes first, and the others are told', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => publish({ version: 0 })))
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['agency.profile-changed']))
  })

  test('is read by the public in its newest version, the earlier ones stay on file', async () => {
    expect(await publish({ version: 1, hours: '工作日 8:30—17:30' })).toEqual([])
    const found = await world.services.public.db.transaction({}, (tx) => findProfile(tx, HOME), 'read')
    expect(found).toMatchObject({ version: 2, hours: '工作日 8:30—17:30' })
    const { versions } = await getOwnProfile(world.as(officer))
    expect(versions.map(({ version }) => version)).toEqual([2, 1])
  })

  test('never names the office system, and says every fault at once (S-038)', async () => {
    expect(await publish({ version: 2, phone: '12', notes: '请登录 http://office.localhost 办理' })).toEqual([
      'agency.profile-phone',
      'agency.profile-names-office',
    ])
  })

  test('of another agency is out of reach of the database itself', async () => {
    const scope = { officerId: officer.userId, agencyCode: HOME }
    const text = `insert into agency_profiles values ('${FOREIGN}', 1, 'x', 'x', 'x', 'x', '', null, '${officer.userId}', now())`
    const intrusion = world.services.office.db.transaction(scope, (tx) => tx.run({ text, values: [] }))
    await expect(intrusion).rejects.toThrow(/row-level security/)
  })

  test('that is missing below is shown to the city, oldest first', async () => {
    const [row] = await world.rows('select parent_code from agencies where code = $1', [HOME])
    const city = await world.officer({ roles: ['plan'], agencyCode: String(row?.['parent_code']) })
    const { below } = await getOwnProfile(world.as(city))
    expect(below.find(({ code }) => code === FOREIGN)?.publishedAt).toBeNull()
    expect(below.at(-1)).toMatchObject({ code: HOME })
  })
})
