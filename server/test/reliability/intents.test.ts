import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApprovalRun } from '../../src/modules/decision/start-run.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { type JobRunner, takeJobs } from '../../src/platform/jobs.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { type TestSandbox, startTestSandbox } from '../sandbox.ts'
import { startTestWorker, waitUntilSettled } from '../product.ts'
import { type World, startWorld } from '../world.ts'

/** What is only intended when it is answered, and the job that does it. */
const INTENTS = ['decision.run-bulk', 'decision.render-letter', 'message.send'] as const

let world: World
let sandbox: TestSandbox
let approver: OfficerActor
let runner: JobRunner | undefined
beforeAll(async () => {
  ;[world, sandbox] = await Promise.all([startWorld(), startTestSandbox()])
  approver = await world.officer({ roles: ['approve'] })
})
afterAll(async () => {
  await runner?.stop()
  await Promise.all([world.stop(), sandbox.stop()])
})

async function lay(count: number): Promise<ArrangedCase[]> {
  const cases: ArrangedCase[] = []
  for (let index = 0; index < count; index += 1) cases.push(await arrangeCase(world, { step: 'reviewed' }))
  return cases
}

const numbersOf = async (cases: readonly ArrangedCase[]) =>
  world.rows(
    `select d.application_id, c.number from decisions d left join certificates c on c.application_id = d.application_id
     where d.application_id = any($1) order by c.number`,
    [cases.map(({ id }) => id)],
  )

describe('R-013: what was only intended when the process died is done by another within a minute', () => {
  test('before the number, before the letter is printed, before the message leaves', async () => {
    const cases = await lay(6)
    await startApprovalRun(world.as(approver), {
      cases: cases.map(({ id, version }) => ({ applicationId: id, version })),
    })
    const [refused] = await lay(1)
    if (refused === undefined) throw new Error('not laid')
    const reasons = [{ code: 'false-material', note: '学历证书与核验结果不一致' }]
    await refuseCase(world.as(approver), { applicationId: refused.id, version: refused.version, reasons })

    // A worker takes all three kinds and is gone: nothing of them is done, and no number is out without a decision.
    const taken = await takeJobs(world.services.worker.db, INTENTS, 50)
    expect(new Set(taken.map(({ name }) => name))).toEqual(new Set(INTENTS))
    expect(await numbersOf(cases)).toEqual([])
    const [lease] = await world.rows(
      `select extract(epoch from max(lease_until) - clock_timestamp())::int as seconds from jobs where state = 'running'`,
    )
    // The next worker asks every second.
    expect(Number(lease?.['seconds'])).toBeLessThanOrEqual(30)

    runner = startTestWorker(world.services.worker, sandbox, tmpdir())
    await new Promise((resolve) => {
      setTimeout(resolve, 1500)
    })
    expect(await numbersOf(cases)).toEqual([])
    // Half a minute later.
    await world.rows(`update jobs set lease_until = lease_until - interval '30 seconds' where state = 'running'`)
    await expect.poll(() => numbersOf(cases), { timeout: 20_000 }).toHaveLength(6)
    await waitUntilSettled(world.admin)
    const numbers = (await numbersOf(cases)).map((row) => Number(String(row['number']).slice(11)))
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5])
    expect(
      await world.rows(
        `select l.id from decision_letters l join documents d on d.id = l.document_id
         where l.application_id = $1 and d.file_id is not null`,
        [refused.id],
      ),
    ).toHaveLength(1)
    const [messages] = await world.rows(
      `select count(*)::int as all, count(sent_at)::int as sent from messages where channel = 'sms'`,
    )
    expect(messages?.['all']).toBe(messages?.['sent'])
    expect(await sandbox.countCalls('sms')).toBe(messages?.['all'])
    expect(
      await world.rows(`select name, state from jobs where name = any($1) and state <> 'done'`, [INTENTS]),
    ).toEqual([])
  })
})
