import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scenario } from '@xingtan/contract/authority/sandbox-person'
import { SANDBOX_KEY, startTestSandbox } from '../../test/sandbox.ts'
import type { TestSandbox } from '../../test/sandbox.ts'
import { createAuthorities } from './authorities.ts'
import type { Authorities } from './authorities.ts'

let sandbox: TestSandbox
let authorities: Authorities

beforeAll(async () => {
  sandbox = await startTestSandbox()
  authorities = createAuthorities({
    baseUrls: sandbox.http,
    sharedKey: SANDBOX_KEY,
    smtpUrl: sandbox.smtp,
    mailFrom: 'no-reply@example.com',
  })
})
afterAll(() => sandbox.stop())

const agencyName = '柯城区教育局'
const consent = {
  id: 'consent-0001',
  textVersion: '2026-1',
  textHash: 'a'.repeat(64),
  givenAt: '2026-10-12T01:00:00.000Z',
}

async function rowsOf(batch: string, ...scenarios: readonly Scenario[]) {
  const people = await Promise.all(scenarios.map((scenario) => sandbox.findPerson(scenario)))
  return people.map(({ name, number }, place) => ({ rowId: `${batch}-row-${place}`, name, documentNumber: number }))
}

test('DEC-1: a bulk no-crime question is pending at first, then answers every row', async () => {
  const rows = await rowsOf('crime-1', 'graduate', 'crime-record', 'vetting-error')
  const sent = await authorities.crime.submit({ requestId: 'crime-batch-1', agencyName, rows })
  if (sent.kind !== 'accepted') throw new Error(sent.kind)
  const { batchId } = sent
  expect(await authorities.crime.read({ batchId, rows })).toEqual({ kind: 'pending' })
  await expect
    .poll(() => authorities.crime.read({ batchId, rows }), { timeout: 3000 })
    .toEqual({
      kind: 'done',
      rows: [
        { rowId: 'crime-1-row-0', result: 'clear' },
        { rowId: 'crime-1-row-1', result: 'hit' },
        { rowId: 'crime-1-row-2', result: 'error' },
      ],
    })
})

test('DEC-1: handing in the same request again is the same batch', async () => {
  const rows = await rowsOf('crime-2', 'graduate')
  const batch = { requestId: 'crime-batch-2', agencyName, rows }
  expect(await authorities.crime.submit(batch)).toEqual(await authorities.crime.submit(batch))
})

test('DEC-2: the sexual-offence query answers clear or hit on each authorisation', async () => {
  const rows = (await rowsOf('offence-1', 'graduate', 'offence-hit')).map((row) => Object.assign(row, { consent }))
  const sent = await authorities.offence.submit({ requestId: 'offence-batch-1', agencyName, rows })
  if (sent.kind !== 'accepted') throw new Error(sent.kind)
  await expect
    .poll(() => authorities.offence.read({ batchId: sent.batchId, rows }), { timeout: 3000 })
    .toMatchObject({ kind: 'done', rows: [{ result: 'clear' }, { result: 'hit' }] })
})

test('S-131: without an authorisation nothing is asked, and the rows without one are named', async () => {
  const [row] = await rowsOf('offence-2', 'graduate')
  if (row === undefined) throw new Error('no row')
  const rows = [
    { ...row, consent },
    { ...row, rowId: 'offence-2-without', consent: null },
  ]
  const before = await sandbox.countCalls('offence')
  expect(await authorities.offence.submit({ requestId: 'offence-batch-2', agencyName, rows })).toEqual({
    kind: 'no-consent',
    rowIds: ['offence-2-without'],
  })
  expect(await sandbox.countCalls('offence')).toBe(before)
})

test('S-151: an answer that lacks a row or is about other people is rejected whole', async () => {
  const rows = await rowsOf('crime-3', 'graduate', 'final-term')
  const sent = await authorities.crime.submit({ requestId: 'crime-batch-3', agencyName, rows })
  if (sent.kind !== 'accepted') throw new Error(sent.kind)
  const { batchId } = sent
  await expect.poll(() => authorities.crime.read({ batchId, rows }), { timeout: 3000 }).toMatchObject({ kind: 'done' })
  const rejected = { kind: 'source-down', because: 'wrong-person' }
  expect(await authorities.crime.read({ batchId, rows: rows.slice(1) })).toEqual(rejected)
  const swapped = rows.map((row, place) => ({ ...row, documentNumber: rows[1 - place]?.documentNumber ?? '' }))
  expect(await authorities.crime.read({ batchId, rows: swapped })).toEqual(rejected)
  const renamed = rows.map((row) => Object.assign({}, row, { name: '另一人' }))
  expect(await authorities.crime.read({ batchId, rows: renamed })).toEqual(rejected)
})

test.each([
  ['mark-up in a name', { name: '<script>alert(1)</script>' }],
  ['a direction sign in a name', { name: '张\u202e三' }],
  ['a name without end', { name: '长'.repeat(100_000) }],
  ['a hash that is none', { numberHash: 'x' }],
])('S-152: %s makes the whole answer none, and nothing of it is kept', async (_words, wrong) => {
  const subject = { name: '张三', numberHash: 'a'.repeat(64), ...wrong }
  const answeredAt = '2026-10-12T02:00:00.000Z'
  const hostile: typeof fetch = async (input) => {
    const requestId = new URL(new Request(input).url).searchParams.get('requestId')
    const rows = [{ rowId: 'hostile-0001', subject, result: 'clear' }]
    return Response.json({ requestId, answeredAt, batchId: 'batch-00001', state: 'done', rows, note: '<b>' })
  }
  const { crime } = createAuthorities({
    baseUrls: sandbox.http,
    sharedKey: SANDBOX_KEY,
    smtpUrl: sandbox.smtp,
    mailFrom: 'no-reply@example.com',
    fetch: hostile,
  })
  const rows = [{ rowId: 'hostile-0001', name: '张三', documentNumber: '330802199003079969' }]
  expect(await crime.read({ batchId: 'batch-00001', rows })).toEqual({ kind: 'source-down', because: 'body' })
})
