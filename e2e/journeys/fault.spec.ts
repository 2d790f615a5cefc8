import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { getApplicationEndpoint, type Receipt } from '@xingtan/contract/application'
import { listOwnCertificatesEndpoint } from '@xingtan/contract/certificate'
import { countBreaches } from '@xingtan/tools/count-breaches'
import { type ProcessName, type Stack, startStack } from '@xingtan/tools/stack'
import { registerPerson } from '../api/applicant.ts'
import { collectEvidence, fillDraft, submitDraft } from '../api/draft.ts'
import { readLedgerLine } from '../api/database.ts'
import { approveCase, confirmCase, requestVetting, reviewCase, signInOfficer, waitForStage } from '../api/officer.ts'
import { makePersistent, type OnSend } from '../api/persistent-site.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import type { Product } from '../api/product.ts'
import { findPerson } from '../api/sandbox.ts'
import { openSite, type Site } from '../api/site.ts'

/** What dies, and while which command is on its way; in the order of the road. */
const STRIKES: readonly (readonly [endpointName: string, name: ProcessName])[] = [
  ['evidence.sync-exam-proofs', 'worker'],
  ['application.save-draft-step', 'public'],
  ['application.submit', 'public'],
  ['application.submit', 'database'],
  ['confirmation.confirm', 'office'],
  ['confirmation.confirm', 'database'],
  ['vetting.request', 'worker'],
  ['vetting.request', 'office'],
  ['decision.approve', 'office'],
  ['decision.approve', 'database'],
]

/** Milliseconds between a command and the blow: before, in the middle of and after its transaction. */
const DELAYS_MS = [0, 2, 5, 10, 20]

let folder: string
let stack: Stack
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xingtan-faults-'))
  stack = await startStack({ dataFolder: folder, ports: 'free', mode: 'test', log: () => {} })
})
test.afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Kills one process after the other, each while its command is under way. */
class Fate {
  readonly dead: ProcessName[] = []
  readonly #strikes = [...STRIKES]
  readonly #blows: Promise<void>[] = []

  readonly onSend: OnSend = (endpointName) => {
    const [next] = this.#strikes
    if (next === undefined || next[0] !== endpointName) return
    this.#strikes.shift()
    this.#blows.push(this.#strike(next[1]))
  }

  async #strike(name: ProcessName): Promise<void> {
    await sleep(DELAYS_MS[this.dead.length % DELAYS_MS.length])
    stack.kill(name, 'SIGKILL')
    this.dead.push(name)
  }
}

interface Applicant {
  readonly site: Site
  readonly receipt: Receipt
}

test('what was acknowledged survives the death of any process at ten points of the road (R-001, R-010, I-01…I-20)', async ({
  browser,
}) => {
  test.setTimeout(420_000)
  const product: Product = { ...stack.urls, database: stack.databaseAdminUrl }
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const fate = new Fate()
  const ledger = join(folder, 'ledger.jsonl')

  const apply = async (place: number): Promise<Applicant> => {
    const person = await findPerson(product, 'graduate', place)
    const site = makePersistent(await registerPerson(product, person), fate.onSend)
    const phone = makePersistent(openSite(product.portal))
    const centre = await collectEvidence(site, person)
    const draftId = await fillDraft({ site, phone, centre, pictures })
    const receipt = await submitDraft(site, draftId)
    appendFileSync(ledger, await readLedgerLine(product, receipt.registrationNumber))
    return { site, receipt }
  }
  const applicants = [await apply(20), await apply(21)]
  const ids = applicants.map(({ receipt }) => receipt.applicationId)

  const office = async (role: Parameters<typeof signInOfficer>[1]): Promise<Site> =>
    makePersistent(await signInOfficer(product, role), fate.onSend)
  const [confirm, vet, review, approve] = [
    await office('confirm'),
    await office('vet'),
    await office('review'),
    await office('approve'),
  ]
  for (const { receipt } of applicants) await confirmCase(confirm, receipt.registrationNumber)
  for (const kind of ['crime', 'offence'] as const) await requestVetting(vet, ids, kind)
  for (const id of ids) {
    await waitForStage(review, id, 'awaiting-review')
    await reviewCase(review, id)
  }
  const numbers: string[] = []
  for (const id of ids) numbers.push(await approveCase(approve, id))

  expect(fate.dead).toEqual(STRIKES.map(([, name]) => name))
  expect(numbers.map((number) => Number(number.slice(-6)))).toEqual([1, 2])
  for (const [index, { site, receipt }] of applicants.entries()) {
    const { applicationId, registrationNumber } = receipt
    const view = await site.call(getApplicationEndpoint, { applicationId })
    expect(view).toMatchObject({ registrationNumber, status: 'recognised', certificate: { number: numbers[index] } })
    const { certificates } = await site.call(listOwnCertificatesEndpoint, {})
    expect(certificates.map(({ number }) => number)).toEqual([numbers[index]])
  }
  const said: string[] = []
  const question = { databaseUrl: product.database, dataFolder: folder, ledgerFile: ledger }
  const breaches = await countBreaches({ ...question, say: (line) => said.push(line) })
  expect(breaches, said.join('\n')).toBe(0)
})
