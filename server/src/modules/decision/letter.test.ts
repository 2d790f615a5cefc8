import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { mergeHome } from '../../../test/merge-agencies.ts'
import { makeSyntheticNumber } from '../../../test/synthetic-number.ts'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { createTextReader } from '../../platform/pdf-drawn-text.ts'
import { DecisionLetterContent, renderDecisionLetter } from '../../platform/pdf-decision-letter.ts'
import { createTypesetter } from '../../platform/pdf-typesetter.ts'
import { createPdfRenderer } from '../../platform/pdf.ts'
import { approveCase } from './approve-case.ts'
import { createDecisionJobs } from './jobs.ts'
import { getLetter, recordDelivery, requestLetter } from './letter.ts'
import { refuseCase } from './refuse-case.ts'

const renderer = createPdfRenderer()
let world: World
let approver: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  approver = await world.officer({ roles: ['approve'] })
})
afterAll(async () => {
  await renderer.close()
  await world.stop()
})

async function makeLetters(): Promise<void> {
  const jobs = await world.rows(
    `select id, payload from jobs where name = 'decision.render-letter' and state = 'waiting'`,
  )
  const handler = createDecisionJobs(world.services.worker, renderer)['decision.render-letter']
  for (const row of jobs) {
    const payload = row['payload'] as Record<string, string> // Ids only, as `addJob` writes them.
    const job = { id: Number(row['id']), name: 'decision.render-letter', payload, fence: 0, attempts: 1 }
    await handler?.({ job, holdLease: async () => undefined })
    await world.rows(`update jobs set state = 'done' where id = $1`, [row['id']])
  }
}

async function refused(): Promise<ArrangedCase> {
  const item = await arrangeCase(world, {
    step: 'reviewed',
    person: { name: '䶮㛃𠅤𫖯', number: makeSyntheticNumber(2) },
  })
  const reasons = [{ code: 'false-material', note: '学历证书与核验结果不一致' }]
  await refuseCase(world.as(approver), { applicationId: item.id, version: item.version, reasons })
  return item
}

const letterOf = async ({ id }: Pick<ArrangedCase, 'id'>) =>
  (await getLetter(world.as(approver), { applicationId: id })).letter

describe('the letter of a refusal (DEC-4)', () => {
  test('comes with the conclusion: number, reasons, law and remedy, rare characters included', async () => {
    const item = await refused()
    await makeLetters()
    const letter = await letterOf(item)
    expect(letter).toMatchObject({ kind: 'not-recognised', issuedOn: '2026-10-12', state: 'ready', deliveredOn: null })
    expect(letter?.number).toMatch(/^33075不认〔2026〕第\d{4}号$/)
    expect(letter?.url).toMatch(/^\/api\/files\//)
    const filed = await world.rows(
      `select f.account_id from documents d join files f on f.id = d.file_id
       where d.application_id = $1 and d.kind = 'decision-letter'`,
      [item.id],
    )
    // Without it the applicant's link is shut.
    expect(filed).toEqual([{ account_id: item.accountId }])
    const [row] = await world.rows('select content from decision_letters where application_id = $1', [item.id])
    const content = DecisionLetterContent.parse(row?.['content'])
    const missing: string[] = []
    const seen = { text: '', missing }
    const read = createTextReader()
    const typeset = createTypesetter()
    await renderDecisionLetter(
      {
        render: async ({ template, data, images = {} }) => {
          const json = JSON.stringify(data)
          seen.text = read({ template, json, images })
          const document = typeset({ template, json, images, createdAtSeconds: 0 })
          seen.missing.push(...document.missingCharacters)
          return document
        },
      },
      content,
      { printedAt: '2026年10月12日 10:00', isDemo: true, createdAt: new Date(0) },
    )
    for (const words of [
      '不予认定教师资格决定书',
      '䶮㛃𠅤𫖯',
      letter?.number ?? '-',
      '第三十八条',
      '六十日',
      '六个月',
      '学历证书与核验结果不一致',
      '演示环境',
    ]) {
      expect(seen.text).toContain(words.replaceAll(' ', ''))
    }
    expect(seen.missing).toEqual([])
    expect(seen.text).not.toContain(item.documentNumber)
  })

  test('is one for each conclusion, numbered without gap, and frozen whatever changes afterwards', async () => {
    const cases = [await refused(), await refused(), await refused()]
    await makeLetters()
    const serials = await world.rows(
      'select serial, content_hash, content from decision_letters where application_id = any($1) order by serial',
      [cases.map(({ id }) => id)],
    )
    const first = Number(serials[0]?.['serial'])
    expect(serials.map((row) => row['serial'])).toEqual([first, first + 1, first + 2])
    const [item] = cases
    if (item === undefined) throw new Error('not laid')
    const look = 'select number, content, content_hash from decision_letters where application_id = $1'
    const before = await world.rows(look, [item.id])
    await world.rows(`update applications set name = '赵改名' where id = $1`, [item.id])
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => requestLetter(world.as(approver), { applicationId: item.id })),
    )
    expect(new Set(tries.map(({ documentId }) => documentId)).size).toBe(1)
    await makeLetters()
    expect(await world.rows(look, [item.id])).toEqual(before)
    const { db } = world.services.office
    for (const text of [`update decision_letters set content = '{}'`, 'delete from decision_letters']) {
      await expect(db.transaction({ agencyCode: '33075' }, (tx) => tx.run({ text, values: [] }))).rejects.toThrow(
        'permission denied',
      )
    }
  })

  test('the delivery is written once, on a day between the decision and today', async () => {
    const item = await refused()
    await makeLetters()
    const deliver = (deliveredOn: string) =>
      recordDelivery(world.as(approver), { applicationId: item.id, deliveredOn, delivery: 'mail' })
    for (const day of ['2026-10-11', '2026-10-13']) {
      await expect(deliver(day), day).rejects.toMatchObject({ reasons: [{ code: 'decision.delivery-day' }] })
    }
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => deliver('2026-10-12')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await letterOf(item)).toMatchObject({ deliveredOn: '2026-10-12', delivery: 'mail' })
  })
})

test('the letter of 认定通过 is made when somebody asks, and names the certificate', async () => {
  const item = await arrangeCase(world, { step: 'reviewed' })
  await expect(requestLetter(world.as(approver), { applicationId: item.id })).rejects.toMatchObject({
    reasons: [{ code: 'decision.no-letter' }],
  })
  const { number } = await approveCase(world.as(approver), { applicationId: item.id, version: item.version })
  expect(await letterOf(item)).toBeNull()
  await requestLetter(world.as(approver), { applicationId: item.id })
  await makeLetters()
  expect(await letterOf(item)).toMatchObject({ kind: 'recognised', state: 'ready' })
  const [row] = await world.rows('select content from decision_letters where application_id = $1', [item.id])
  expect(row?.['content']).toMatchObject({
    title: '教师资格认定决定书',
    certificateNumber: number,
    reasons: [],
    remedy: null,
  })
})

test('the successor of an agency that ended notes the delivery of its letters (ADM-2)', async () => {
  const [kept, moved] = [await arrangeCase(world, { step: 'reviewed' }), await refused()]
  await approveCase(world.as(approver), { applicationId: kept.id, version: kept.version })
  await requestLetter(world.as(approver), { applicationId: kept.id })
  await makeLetters()
  await mergeHome(world)
  const heir = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
  for (const { id: applicationId } of [kept, moved]) {
    await recordDelivery(world.as(heir), { applicationId, deliveredOn: '2026-10-12', delivery: 'in-person' })
    const { letter } = await getLetter(world.as(heir), { applicationId })
    expect(letter).toMatchObject({ state: 'ready', deliveredOn: '2026-10-12' })
    expect(letter?.number).toMatch(/^33075/)
  }
})
