import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyEndpoint } from '@xingtan/contract/endpoint'
import { approveCaseEndpoint, refuseCaseEndpoint, reviewCaseEndpoint } from '@xingtan/contract/office/case'
import {
  answerCorrectionEndpoint,
  holdCaseEndpoint,
  proposeCorrectionEndpoint,
  resumeCaseEndpoint,
} from '@xingtan/contract/office/case-exception'
import { getCertificate } from '../../src/modules/certificate/get-certificate.ts'
import { answerCorrection } from '../../src/modules/decision/answer-correction.ts'
import { answerMove, listMoves } from '../../src/modules/decision/answer-move.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { approveCases } from '../../src/modules/decision/approve-cases.ts'
import { getCase } from '../../src/modules/decision/get-case.ts'
import { holdCase } from '../../src/modules/decision/hold-case.ts'
import { listCases } from '../../src/modules/decision/list-cases.ts'
import { listCorrections, proposeCorrection } from '../../src/modules/decision/propose-correction.ts'
import { proposeMove } from '../../src/modules/decision/propose-move.ts'
import { recallMove } from '../../src/modules/decision/recall-move.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import { resumeCase } from '../../src/modules/decision/resume-case.ts'
import { revealNumber } from '../../src/modules/decision/reveal-number.ts'
import { reviewCase } from '../../src/modules/decision/review-case.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import type { CaseWish } from '../case-wish.ts'
import { FOREIGN, type World, startWorld } from '../world.ts'
import { codeOf } from '../refusal-codes.ts'

let world: World
let reviewer: OfficerActor
let approver: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  reviewer = await world.officer({ roles: ['review'] })
  approver = await world.officer({ roles: ['approve'] })
  second = await world.officer({ roles: ['review', 'approve'] })
})
afterAll(() => world.stop())

async function versionOf({ id }: Pick<ArrangedCase, 'id'>): Promise<{ applicationId: string; version: number }> {
  const [row] = await world.rows('select version from applications where id = $1', [id])
  return { applicationId: id, version: Number(row?.['version']) }
}

async function refused(wish: Partial<CaseWish> = {}): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'reviewed', ...wish })
  const reasons = [{ code: 'false-material', note: '学历证书存疑' }]
  await refuseCase(world.as(approver), { applicationId: item.id, version: item.version, reasons })
  return item
}

async function recognised(
  wish: Partial<CaseWish> = {},
): Promise<ArrangedCase & { certificateId: string; number: string }> {
  const item = await arrangeCase(world, { step: 'reviewed', ...wish })
  const issued = await approveCase(world.as(approver), { applicationId: item.id, version: item.version })
  return { ...item, ...issued }
}

const EXPERT = { reason: 'expert-review', expectedDays: 10, note: '需要组织专家评审。' }

describe('hold and resume (DEC-4, 行政许可法 art. 45)', () => {
  test('expert time is told in writing and not counted; nothing is decided meanwhile', async () => {
    const item = await arrangeCase(world, { step: 'reviewed', dueOn: '2026-12-01' })
    await holdCase(world.as(reviewer), { ...(await versionOf(item)), ...EXPERT })
    const [letter] = await world.rows(
      `select body from messages where application_id = $1 and template = 'decision.held' and channel = 'site'`,
      [item.id],
    )
    expect(letter?.['body']).toContain('10 个工作日')
    expect(letter?.['body']).toContain('第四十五条')
    for (const act of [
      async () => approveCase(world.as(approver), await versionOf(item)),
      async () =>
        refuseCase(world.as(approver), {
          ...(await versionOf(item)),
          reasons: [{ code: 'false-material', note: null }],
        }),
      async () =>
        reviewCase(world.as(reviewer), { ...(await versionOf(item)), opinion: 'pass', note: null, reasons: [] }),
      async () => holdCase(world.as(reviewer), { ...(await versionOf(item)), ...EXPERT }),
    ]) {
      expect(await codeOf(act())).toBe('case.on-hold')
    }
    const { results } = await approveCases(world.as(approver), { cases: [await versionOf(item)], dryRun: true })
    expect(results[0]?.sentence).toContain('已暂停办理')
    const view = await getCase(world.as(approver), { applicationId: item.id })
    expect(
      view.actions
        .filter(({ allowed }) => allowed)
        .map(({ action }) => action)
        .toSorted(),
    ).toEqual(['print-receipt', 'resume'])
    await world.moveClock('2026-10-19T10:00:00+08:00')
    const { dueOn } = await resumeCase(world.as(approver), await versionOf(item))
    await world.moveClock('2026-10-12T10:00:00+08:00')
    expect(dueOn).toBe('2026-12-08')
    expect(await codeOf(resumeCase(world.as(approver), await versionOf(item)))).toBe('decision.not-held')
  })

  test('any other reason lets the due day run on', async () => {
    const item = await arrangeCase(world, { step: 'reviewed', dueOn: '2026-12-01' })
    const words = { reason: 'material-verification', expectedDays: 30, note: '核实学历证书的真实性。' }
    await holdCase(world.as(approver), { ...(await versionOf(item)), ...words })
    const [hold] = await world.rows('select stops_clock, expected_days from case_holds where application_id = $1', [
      item.id,
    ])
    expect(hold).toEqual({ stops_clock: false, expected_days: null })
    await world.moveClock('2026-10-19T10:00:00+08:00')
    const { dueOn } = await resumeCase(world.as(approver), await versionOf(item))
    await world.moveClock('2026-10-12T10:00:00+08:00')
    expect(dueOn).toBe('2026-12-01')
  })

  test('without the days, for a diploma where the policy refuses, or by twenty at once: one hold or none', async () => {
    const item = await arrangeCase(world, { step: 'vetted', isStudent: true })
    const base = await versionOf(item)
    const diploma = { reason: 'diploma-awaited', expectedDays: null, note: '等待毕业证书。' }
    expect(await codeOf(holdCase(world.as(reviewer), { ...base, ...EXPERT, expectedDays: null }))).toBe(
      'decision.hold-days-needed',
    )
    expect(await codeOf(holdCase(world.as(reviewer), { ...base, ...diploma }))).toBe('decision.hold-not-for-diploma')
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => holdCase(world.as(reviewer), { ...base, ...EXPERT })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('moving a case to another office', () => {
  const reason = '申请人户籍在衢江区，误选了柯城区。'
  const toForeign = { toAgency: FOREIGN, basisRegion: '330803', reason }

  test('proposed by the old one, taken by the new one; rows follow, the applicant is told, an event stays', async () => {
    const item = await arrangeCase(world, { step: 'vetted' })
    const { moveId } = await proposeMove(world.as(reviewer), { ...(await versionOf(item)), ...toForeign })
    const taker = await world.officer({ roles: ['review'], agencyCode: FOREIGN })
    const { incoming } = await listMoves(world.as(taker))
    expect(incoming.map((move) => move.moveId)).toContain(moveId)
    const offered = await getCase(world.as(taker), { applicationId: item.id })
    expect(offered).toMatchObject({ actions: [], photoUrl: null, isOffered: true })
    expect(JSON.stringify(offered)).not.toContain(item.documentNumber)
    expect(await codeOf(revealNumber(world.as(taker), { applicationId: item.id, purpose: '核对' }))).toBe(
      'request.not-found',
    )
    expect(
      await codeOf(
        reviewCase(world.as(taker), { ...(await versionOf(item)), opinion: 'pass', note: null, reasons: [] }),
      ),
    ).toBe('request.not-found')
    expect((await listCases(world.as(taker), {})).rows.map((row) => row.applicationId)).not.toContain(item.id)
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        answerMove(world.as(taker), { moveId, accept: true, pointId: world.points.foreign }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(getCase(world.as(reviewer), { applicationId: item.id }))).toBe('request.not-found')
    const taken = await getCase(world.as(taker), { applicationId: item.id })
    expect(taken.timeline.map(({ title }) => title)).toContain('移送其他机构')
    expect(taken.actions.find(({ action }) => action === 'review')?.allowed).toBe(true)
    await reviewCase(world.as(taker), { ...(await versionOf(item)), opinion: 'pass', note: null, reasons: [] })
    const letters = await world.rows(
      `select sender from messages where application_id = $1 and template = 'decision.moved' and channel = 'site'`,
      [item.id],
    )
    expect(letters).toEqual([{ sender: '衢江区教育局' }])
    const counted = await world.rows(
      `select agency_code, sum(delta)::int as open from case_counter_changes where stage <> 'closed' group by 1 order by 1`,
    )
    const live = await world.rows(
      `select agency_code, count(*)::int as open from applications where stage <> 'closed' group by 1 order by 1`,
    )
    expect(counted).toEqual(live)
  })

  test('refused where the other office does not recognise the type or the basis lies elsewhere', async () => {
    const item = await arrangeCase(world, { step: 'vetted' })
    const propose = async (change: object) =>
      codeOf(proposeMove(world.as(reviewer), { ...(await versionOf(item)), ...toForeign, ...change }))
    expect(await propose({ toAgency: '33009' })).toBe('decision.move-not-competent')
    expect(await propose({ basisRegion: '330802' })).toBe('decision.move-not-competent')
    expect(await propose({ toAgency: '33075' })).toBe('decision.move-same')
    expect(await propose({})).toBe('done')
    expect(await propose({})).toBe('decision.move-open')
  })

  test('declined, it stays; nobody but the office that was asked answers, and no point of others is taken', async () => {
    const item = await arrangeCase(world, { step: 'vetted' })
    const { moveId } = await proposeMove(world.as(reviewer), { ...(await versionOf(item)), ...toForeign })
    const taker = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    const decline = { moveId, accept: false as const, answer: '户籍不在本区。' }
    expect(await codeOf(answerMove(world.as(reviewer), decline))).toBe('request.not-found')
    expect(await codeOf(answerMove(world.as(taker), { moveId, accept: true, pointId: world.points.home }))).toBe(
      'decision.move-point',
    )
    await answerMove(world.as(taker), decline)
    expect(await codeOf(answerMove(world.as(taker), decline))).toBe('decision.move-gone')
    expect(await codeOf(getCase(world.as(taker), { applicationId: item.id }))).toBe('request.not-found')
    expect((await getCase(world.as(reviewer), { applicationId: item.id })).row.applicationId).toBe(item.id)
  })
})

describe('calling a move back', () => {
  const toForeign = { toAgency: FOREIGN, basisRegion: '330803', reason: '申请人户籍在衢江区，误选了柯城区。' }

  test('ends what the other office could read; only who asked calls back, and not what is answered', async () => {
    const item = await arrangeCase(world, { step: 'vetted' })
    const { moveId } = await proposeMove(world.as(reviewer), { ...(await versionOf(item)), ...toForeign })
    const taker = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    const recall = { moveId, reason: '经核对，申请人持有本区居住证。' }
    expect(await codeOf(recallMove(world.as(taker), recall))).toBe('request.not-found')
    await recallMove(world.as(reviewer), recall)
    expect(await codeOf(recallMove(world.as(reviewer), recall))).toBe('decision.move-gone')
    const accept = { moveId, accept: true as const, pointId: world.points.foreign }
    expect(await codeOf(answerMove(world.as(taker), accept))).toBe('decision.move-gone')
    expect(await codeOf(getCase(world.as(taker), { applicationId: item.id }))).toBe('request.not-found')
    const { outgoing } = await listMoves(world.as(reviewer))
    expect(outgoing.find((move) => move.moveId === moveId)).toMatchObject({ state: 'recalled', answer: recall.reason })
    expect(await codeOf(proposeMove(world.as(reviewer), { ...(await versionOf(item)), ...toForeign }))).toBe('done')
  })

  test('twenty who take it and twenty who call it back at the same moment: one of them', async () => {
    const item = await arrangeCase(world, { step: 'vetted' })
    const { moveId } = await proposeMove(world.as(reviewer), { ...(await versionOf(item)), ...toForeign })
    const taker = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    const accept = { moveId, accept: true as const, pointId: world.points.foreign }
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, (_one, index) =>
        index % 2 === 0
          ? answerMove(world.as(taker), accept)
          : recallMove(world.as(reviewer), { moveId, reason: '误提，现撤回。' }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [row] = await world.rows(
      'select m.state, a.agency_code from case_moves m join applications a on a.id = m.application_id where m.id = $1',
      [moveId],
    )
    expect(['accepted 33076', 'recalled 33075']).toContain(`${String(row?.['state'])} ${String(row?.['agency_code'])}`)
  })
})

describe('correcting a conclusion (DEC-5)', () => {
  const why = { reason: '学历证书经复核真实有效，原结论有误。' }
  const yes = { confirm: true, answer: '同意撤回原结论。' }

  test('a wrong 认定未通过 is reopened by two persons; the old conclusion stays readable (S-070)', async () => {
    const item = await refused()
    const { correctionId } = await proposeCorrection(world.as(approver), { ...(await versionOf(item)), ...why })
    expect(await codeOf(answerCorrection(world.as(approver), { ...(await versionOf(item)), ...yes }))).toBe(
      'decision.correction-same-person',
    )
    expect((await getCase(world.as(approver), { applicationId: item.id })).row.status).toBe('not-recognised')
    const base = await versionOf(item)
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => answerCorrection(world.as(second), { ...base, ...yes })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const view = await getCase(world.as(approver), { applicationId: item.id })
    expect(view.row).toMatchObject({ status: 'awaiting-approval', stage: 'awaiting-review' })
    expect(view.reasons).toEqual([])
    const { corrections } = await listCorrections(world.as(reviewer), { applicationId: item.id })
    expect(corrections).toMatchObject([
      {
        correctionId,
        kind: 'reopen',
        state: 'confirmed',
        decision: {
          conclusion: 'failed',
          reasons: [{ code: 'false-material', note: '学历证书存疑' }],
          supersededAt: expect.any(String),
        },
      },
    ])
    expect(await world.rows(`select distinct state from evidence_uses where application_id = $1`, [item.id])).toEqual([
      { state: 'reserved' },
    ])
    await reviewCase(world.as(reviewer), { ...(await versionOf(item)), opinion: 'pass', note: null, reasons: [] })
    await approveCase(world.as(approver), await versionOf(item))
    const decisions = await world.rows(
      'select conclusion, superseded_at is null as live from decisions where application_id = $1 order by decided_at',
      [item.id],
    )
    expect(decisions).toEqual([
      { conclusion: 'failed', live: false },
      { conclusion: 'passed', live: true },
    ])
  })

  test('at most one conclusion of a case is live, and a written one cannot be changed or removed', async () => {
    const item = await refused()
    const copy = world.rows(
      `insert into decisions (id, application_id, conclusion, reasons, review_id, reviewer_person_id, decided_by, approver_person_id, decided_at, restriction_check_id)
       select gen_random_uuid(), application_id, conclusion, reasons, review_id, reviewer_person_id, decided_by, approver_person_id, decided_at, restriction_check_id
       from decisions where application_id = $1`,
      [item.id],
    )
    await expect(copy).rejects.toMatchObject({ constraint: 'decisions__one_live' })
    const { db } = world.services.office
    for (const text of ['update decisions set reasons = default', 'delete from decisions']) {
      await expect(
        db.transaction({ agencyCode: '33075' }, (tx) => tx.run({ text, values: [] })),
        text,
      ).rejects.toThrow('permission denied')
    }
  })

  test('declined, the conclusion stands; records that serve another case stop a reopening', async () => {
    const item = await refused()
    await proposeCorrection(world.as(approver), { ...(await versionOf(item)), ...why })
    expect(await codeOf(proposeCorrection(world.as(second), { ...(await versionOf(item)), ...why }))).toBe(
      'decision.correction-open',
    )
    await answerCorrection(world.as(second), { ...(await versionOf(item)), confirm: false, answer: '原结论正确。' })
    expect((await getCase(world.as(approver), { applicationId: item.id })).row.status).toBe('not-recognised')
    await proposeCorrection(world.as(approver), { ...(await versionOf(item)), ...why })
    await arrangeCase(world, { step: 'submitted', personIndex: item.personIndex })
    expect(await codeOf(answerCorrection(world.as(second), { ...(await versionOf(item)), ...yes }))).toBe(
      'decision.applied-anew',
    )
  })

  test('a wrong 认定通过 is never edited: the certificate is void, the holder told, nobody is restricted (domain §11.5)', async () => {
    const item = await recognised()
    const look = `select status, conclusion, recognition_year, concluded_at from applications where id = $1`
    const before = await world.rows(look, [item.id])
    const uses = await world.rows('select state from evidence_uses where application_id = $1', [item.id])
    await proposeCorrection(world.as(second), { ...(await versionOf(item)), reason: '本机构误读体检结论，认定有误。' })
    expect(await codeOf(answerCorrection(world.as(second), { ...(await versionOf(item)), ...yes }))).toBe(
      'decision.correction-same-person',
    )
    await answerCorrection(world.as(approver), { ...(await versionOf(item)), ...yes })
    expect(await world.rows(look, [item.id])).toEqual(before)
    expect(await world.rows('select state from evidence_uses where application_id = $1', [item.id])).toEqual(uses)
    const certificate = await getCertificate(world.as(approver), { certificateId: item.certificateId })
    expect(certificate.state).toBe('void')
    expect(certificate.history.map(({ title }) => title)).toEqual(['认定通过', '作废'])
    expect(await world.rows('select 1 from restrictions where person_index = $1', [item.personIndex])).toEqual([])
    const [letter] = await world.rows(
      `select body from messages where application_id = $1 and template = 'decision.voided' and channel = 'site'`,
      [item.id],
    )
    expect(letter?.['body']).toContain('第六十九条')
  })

  test('no certificate is voided without a confirmed correction', async () => {
    const item = await recognised()
    await proposeCorrection(world.as(second), { ...(await versionOf(item)), reason: '本机构误读体检结论，认定有误。' })
    const [open] = await world.rows('select id from conclusion_corrections where application_id = $1', [item.id])
    const { db } = world.services.office
    const count = await db.transaction({ agencyCode: '33075' }, (tx) =>
      tx.run({ text: 'select void_certificate($1)', values: [open?.['id']] }),
    )
    expect(count).toBe(0)
    expect(await world.rows('select state from certificates where id = $1', [item.certificateId])).toEqual([
      { state: 'valid' },
    ])
  })

  const writing: readonly AnyEndpoint[] = [
    approveCaseEndpoint,
    refuseCaseEndpoint,
    reviewCaseEndpoint,
    holdCaseEndpoint,
    resumeCaseEndpoint,
    proposeCorrectionEndpoint,
    answerCorrectionEndpoint,
  ]
  test.each(writing)('$name takes no time from the caller (S-070)', (shape) => {
    const times = { decidedAt: '2020-01-01T00:00:00Z', at: '2030-01-01T00:00:00Z', decidedOn: '2020-01-01' }
    const issues = shape.input.safeParse(times).error?.issues ?? []
    expect(issues.filter(({ code }) => code === 'unrecognized_keys')).toMatchObject([{ keys: Object.keys(times) }])
  })
})
