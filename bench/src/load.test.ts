import { expect, test } from 'vitest'
import { copiedHash, copiedId } from '@xingtan/tools/clone-rows'
import { applyLoad, median, quantile } from './load.ts'
import { summarisePlan } from './growth-plans.ts'
import { parseLog } from './record-statements.ts'
import { toItem } from './replay.ts'

test('a quantile of sorted values is one of them, the last at most', () => {
  const values = Array.from({ length: 100 }, (_one, index) => index + 1)
  expect(quantile(values, 0.5)).toBe(51)
  expect(quantile(values, 0.99)).toBe(100)
  expect(median([9, 1, 5])).toBe(5)
})

test('fixed concurrency keeps that many pieces of work under way and counts each once', async () => {
  let [running, most, done] = [0, 0, 0]
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
    running -= 1
    done += 1
  }
  const measured = await applyLoad({ concurrency: 4, durationMs: 60, work })
  expect(most).toBe(4)
  expect(measured.done).toBe(done)
  expect(measured.p99Ms).toBeGreaterThanOrEqual(measured.p50Ms)
})

test('reads statements and their parameters from the log of the server, one role alone', () => {
  const log = [
    '#public_face LOG:  execute s1: select a',
    '\tfrom b where c = $1 and d = $2 and e = $3',
    `#public_face DETAIL:  Parameters: $1 = 'it''s', $2 = NULL, $3 = '{"n": "x"}'`,
    '#worker LOG:  statement: select 1',
    '#public_face LOG:  statement: commit',
    '',
  ].join('\n')
  expect(parseLog(log, 'public_face')).toEqual([
    { text: 'select a\nfrom b where c = $1 and d = $2 and e = $3', values: ["it's", null, '{"n": "x"}'] },
    { text: 'commit', values: [] },
  ])
})

test('a parameter of one request becomes that of another item; what was there before stays', () => {
  const kept = '11111111-1111-4111-8111-111111111111'
  const own = '22222222-2222-4222-8222-222222222222'
  const hash = 'ab'.repeat(32)
  const rules = { kept: new Set([kept]), hashes: [hash], texts: [['P1', (item: number) => `Q${item}`]] as const }
  expect(toItem(`${kept} ${own} \\x${hash} P1 123456789012345`, 7, rules)).toBe(
    `${kept} ${copiedId(own, 7)} \\x${copiedHash(hash, 7)} Q7 700000000000007`,
  )
  expect(copiedId(own, 7)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a plan tells what it read, what it gave and what a hot path must not do', () => {
  const scan = (type: string, rows: number, removed: number) => ({
    'Node Type': type,
    'Relation Name': 'applications',
    'Actual Rows': rows,
    'Actual Loops': 1,
    'Rows Removed by Filter': removed,
  })
  const top = {
    'Node Type': 'Aggregate',
    'Actual Rows': 1,
    'Actual Loops': 1,
    'Shared Hit Blocks': 7,
    'Shared Read Blocks': 2,
  }
  const explain = (below: object, ms: number) => [
    { Plan: { ...top, Plans: [below] }, 'Planning Time': 1, 'Execution Time': ms },
  ]
  expect(summarisePlan('select count(*) from applications', explain(scan('Seq Scan', 1200, 300), 51))).toMatchObject({
    nodes: ['Aggregate', 'Seq Scan applications'],
    rowsRead: 1500,
    rowsReturned: 1,
    buffers: 9,
    flags: ['count over 1200 rows', 'Seq Scan of 1500 rows of applications', '51 ms'],
  })
  expect(summarisePlan('select 1', explain(scan('Index Scan', 51, 0), 2)).flags).toEqual([])
})
