import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmCase } from '../../src/modules/confirmation/confirm-case.ts'
import { listRevocationItems, recheckCertificate } from '../../src/modules/certificate/recheck-certificate.ts'
import { refuseCertificateUse } from '../../src/modules/certificate/index.ts'
import { getCertificate } from '../../src/modules/certificate/get-certificate.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { approveCases } from '../../src/modules/decision/approve-cases.ts'
import { declareRelation, listRelations, removeRelation } from '../../src/modules/decision/declare-relation.ts'
import { holdCase } from '../../src/modules/decision/hold-case.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import { reviewCase } from '../../src/modules/decision/review-case.ts'
import { createRestrictionJobs } from '../../src/modules/restriction/jobs.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import type { CaseWish } from '../case-wish.ts'
import { makeSyntheticNumber } from '../synthetic-number.ts'
import { type World, startWorld } from '../world.ts'
import { codeOf } from '../refusal-codes.ts'

let world: World
let approver: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  approver = await world.officer({ roles: ['approve'] })
})
afterAll(() => world.stop())

async function recognised(
  wish: Partial<CaseWish> = {},
): Promise<ArrangedCase & { certificateId: string; number: string }> {
  const item = await arrangeCase(world, { step: 'reviewed', ...wish })
  const issued = await approveCase(world.as(approver), { applicationId: item.id, version: item.version })
  return { ...item, ...issued }
}

const EXPERT = { reason: 'expert-review', expectedDays: 10, note: '需要组织专家评审。' }

describe('S-056: nobody handles the own case or that of the family', () => {
  const acts = (officer: OfficerActor, item: ArrangedCase) => [
    () =>
      reviewCase(world.as(officer), {
        applicationId: item.id,
        version: item.version,
        opinion: 'pass',
        note: null,
        reasons: [],
      }),
    () => approveCase(world.as(officer), { applicationId: item.id, version: item.version }),
    () =>
      refuseCase(world.as(officer), {
        applicationId: item.id,
        version: item.version,
        reasons: [{ code: 'false-material', note: null }],
      }),
    () => holdCase(world.as(officer), { applicationId: item.id, version: item.version, ...EXPERT }),
  ]

  async function codesOf(officer: OfficerActor, item: ArrangedCase): Promise<Set<string>> {
    const codes = new Set<string>()
    for (const act of acts(officer, item)) codes.add(await codeOf(act()))
    const batch = await approveCases(world.as(officer), {
      cases: [{ applicationId: item.id, version: item.version }],
      dryRun: true,
    })
    expect(batch.results[0]?.outcome).toBe('refused')
    return codes
  }

  const declare = async (
    officer: OfficerActor,
    number: string,
    relation: 'self' | 'spouse',
    phone: string | null = null,
  ) =>
    declareRelation(world.as(officer), {
      relation,
      name: '赵杏坛',
      documentType: 'resident-id',
      documentNumber: number,
      phone,
    })

  test('own number, second document of one’s own, declared spouse, the same phone', async () => {
    const officer = await world.officer({ roles: ['review', 'approve'] })
    const own = await arrangeCase(world, { step: 'reviewed' })
    await world.rows('update staff_people set person_index = $1 where id = $2', [own.personIndex, officer.personId])
    expect(await codesOf(officer, own)).toEqual(new Set(['case.own-case']))

    const other = await world.officer({ roles: ['review', 'approve'] })
    const under = await arrangeCase(world, { step: 'reviewed' })
    await declare(other, under.documentNumber, 'self')
    expect(await codesOf(other, under)).toEqual(new Set(['case.own-case']))

    const wife = await arrangeCase(world, { step: 'reviewed' })
    const { relationId } = await declare(other, wife.documentNumber, 'spouse')
    expect(await codesOf(other, wife)).toEqual(new Set(['case.relative-case']))

    const phoned = await arrangeCase(world, { step: 'reviewed' })
    const phoneIndex = world.services.office.crypto.blindIndex('phone', '13911110000')
    await world.rows('update accounts set phone_index = $1 where id = $2', [phoneIndex, phoned.accountId])
    await declare(other, makeSyntheticNumber(1), 'self', '13911110000')
    expect(await codesOf(other, phoned)).toEqual(new Set(['case.same-phone']))

    const free = await world.officer({ roles: ['approve'] })
    expect(await codeOf(approveCase(world.as(free), { applicationId: wife.id, version: wife.version }))).toBe('done')
    const { relations } = await listRelations(world.as(other))
    expect(relations).toHaveLength(3)
    expect(JSON.stringify(relations)).not.toContain(wife.documentNumber)
    expect((await listRelations(world.as(free))).relations).toEqual([])
    expect(await codeOf(removeRelation(world.as(free), { relationId }))).toBe('request.not-found')
    expect(await codeOf(declare(other, wife.documentNumber, 'spouse'))).toBe('decision.relation-known')
    await removeRelation(world.as(other), { relationId })
    expect((await listRelations(world.as(other))).relations).toHaveLength(2)
  })

  test('the desk as well: a clerk does not confirm the own case', async () => {
    const clerk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
    const own = await arrangeCase(world, { step: 'submitted' })
    await declare(clerk, own.documentNumber, 'self')
    const medical = { conclusion: 'qualified' as const, examinedOn: '2026-10-08', hospital: '演示医院' }
    const wanted = { applicationId: own.id, version: own.version, judgements: [], medical }
    expect(await codeOf(confirmCase(world.as(clerk), wanted))).toBe('case.own-case')
  })
})

describe('S-072: a bar that appears after 认定通过', () => {
  async function lay(item: ArrangedCase, state: 'effective' | 'pending'): Promise<string> {
    const [row] = await world.rows(
      `insert into restrictions (id, person_index, name, kind, starts_on, state, decision_number, decided_by)
       values (gen_random_uuid(), $1, $2, 'lost', '2026-01-01', $3, '演示1号', '演示机关') returning id`,
      [item.personIndex, item.name, state],
    )
    return String(row?.['id'])
  }
  const stateOf = async ({ certificateId }: { certificateId: string }) =>
    (await world.rows('select state from certificates where id = $1', [certificateId]))[0]?.['state']

  test('stops the certificate nationwide, opens the work of its agency, and leaves 认定通过 alone', async () => {
    const item = await recognised()
    const restrictionId = await lay(item, 'effective')
    const match = createRestrictionJobs(world.services.worker)['restriction.match']
    const job = { id: 0, name: 'restriction.match', payload: { entryId: restrictionId }, fence: 0, attempts: 1 }
    await Promise.all(Array.from({ length: 20 }, async () => match?.({ job, holdLease: async () => undefined })))
    expect(
      await world.rows('select kind from certificate_events where certificate_id = $1', [item.certificateId]),
    ).toEqual([{ kind: 'suspended' }])
    expect(await stateOf(item)).toBe('suspended')
    const { items } = await listRevocationItems(world.as(approver))
    expect(items.map((one) => one.certificateId)).toContain(item.certificateId)
    expect(await world.rows('select status from applications where id = $1', [item.id])).toEqual([
      { status: 'recognised' },
    ])
    const certificate = await getCertificate(world.as(approver), { certificateId: item.certificateId })
    expect(certificate.history.map(({ title }) => title)).toEqual(['认定通过', '暂停使用'])
    const answer = await world.services.public.db.transaction({}, (tx) =>
      refuseCertificateUse(tx, item.certificateId, 'print').catch(() => []),
    )
    expect(answer).not.toEqual([{ code: 'certificate.void' }])
  })

  test.each([
    ['effective', 'suspended', 'certificate.suspended'],
    ['pending', 'valid', 'certificate.held'],
  ] as const)('a look before print or hand-over finds a %s entry and answers for it', async (state, expected, code) => {
    const item = await recognised()
    const free = await recheckCertificate(world.as(approver), { certificateId: item.certificateId })
    expect(free.isUsable).toBe(true)
    await lay(item, state)
    const scope = { officerId: approver.userId, agencyCode: '33075' }
    for (const moment of ['print', 'hand-over'] as const) {
      const refusals = await world.services.office.db.transaction(scope, (tx) =>
        refuseCertificateUse(tx, item.certificateId, moment),
      )
      expect(refusals, moment).toEqual([{ code }])
    }
    expect(await stateOf(item)).toBe(expected)
    expect((await recheckCertificate(world.as(approver), { certificateId: item.certificateId })).isUsable).toBe(false)
  })
})
