import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  amendApplicationEndpoint,
  discardDraftEndpoint,
  getApplicationEndpoint,
  getDocumentEndpoint,
  getDraftEndpoint,
  listApplicationsEndpoint,
  openDraftEndpoint,
  requestFormPreviewEndpoint,
  saveDraftStepEndpoint,
  submitDraftEndpoint,
  uploadPhotoEndpoint,
  withdrawApplicationEndpoint,
} from '@xingtan/contract/application'
import { getCentreEndpoint } from '@xingtan/contract/evidence'
import {
  type ReadyDraft,
  findLocalPerson,
  makePhoto,
  makeReadyDraft,
  saveStep,
  signPromise,
  submitReady,
} from '../../../test/applicant.ts'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const codesOf = (reply: { refusal(): { reasons: readonly { code: string }[] } }) =>
  reply.refusal().reasons.map((reason) => reason.code)

async function versionOf({ visitor, draftId }: Pick<ReadyDraft, 'visitor' | 'draftId'>): Promise<number> {
  return (await visitor.call(getDraftEndpoint, { draftId })).output().version
}

/** What the desk does, behind everybody's back. */
async function confirmBehind(applicationId: string): Promise<void> {
  await product.admin.query(
    `update applications set confirmation = 'accepted', confirmed_at = app_now() where id = $1`,
    [applicationId],
  )
}

describe('drafts', () => {
  let ready: ReadyDraft
  beforeAll(async () => {
    ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 20))
  })

  test('opening again gives the same draft (APP-8)', async () => {
    expect((await ready.visitor.call(openDraftEndpoint, {})).output()).toEqual({ draftId: ready.draftId })
  })

  test('a save over a newer version is refused with that version, and nothing is lost (R-041)', async () => {
    const { visitor, draftId } = ready
    const version = await versionOf(ready)
    const change = { step: 'notices', value: { read: true } } as const
    const key = randomUUID()
    const saved = (await visitor.call(saveDraftStepEndpoint, { draftId, version, change }, { key })).output()
    expect(saved.version).toBe(version + 1)
    const repeated = (await visitor.call(saveDraftStepEndpoint, { draftId, version, change }, { key })).output()
    expect(repeated.version).toBe(version + 1)
    const stale = await visitor.call(saveDraftStepEndpoint, {
      draftId,
      version,
      change: { step: 'notices', value: { read: false } },
    })
    expect(stale.status).toBe(409)
    expect(stale.refusal().detail).toContain(`第 ${version + 1} 版`)
    expect((await visitor.call(getDraftEndpoint, { draftId })).output().steps.notices).toEqual({ read: true })
    ready = { ...ready, version: saved.version }
  })

  test('a photo is judged with every reason at once (APP-5, S-108)', async () => {
    const { visitor, draftId } = ready
    const reply = await visitor.call(uploadPhotoEndpoint, { draftId }, { file: await makePhoto('#3366cc', 340) })
    expect(reply.status).toBe(422)
    expect(codesOf(reply)).toEqual(['application.photo-width', 'application.photo-background'])
    expect((await visitor.call(uploadPhotoEndpoint, { draftId }, { file: Buffer.alloc(0) })).status).toBe(400)
  })

  test('a changed type is kept and told as a defect, nothing is deleted silently', async () => {
    const { visitor, draftId } = ready
    const before = (await visitor.call(getDraftEndpoint, { draftId })).output()
    const { agency } = before.steps
    const value = { ...agency, subjectCode: null }
    await saveStep(visitor, draftId, { step: 'agency', value })
    const after = (await visitor.call(getDraftEndpoint, { draftId })).output()
    expect(after.steps.agency).toEqual(value)
    expect(after.defects.map((defect) => defect.code)).toEqual(['application.subject-needed'])
    const version = await saveStep(visitor, draftId, { step: 'agency', value: agency })
    ready = { ...ready, version }
  })

  test('at the closing instant by database time nothing is taken any more, whatever clock a client has (S-075)', async () => {
    const { rows } = await product.admin.query<{ closes_at: Date }>(
      `select p.network_closes_at as closes_at from agency_plans p where p.agency_code = (
         select steps -> 'agency' ->> 'agencyCode' from drafts where id = $1) limit 1`,
      [ready.draftId],
    )
    const closesAt = rows[0]?.closes_at ?? new Date(Number.NaN)
    const { rows: clock } = await product.admin.query<{ now: Date }>('select app_now() as now')
    await product.admin.query('update agency_plans set network_closes_at = app_now() where network_closes_at = $1', [
      closesAt,
    ])
    const { visitor, draftId, version } = ready
    const late = await visitor.call(submitDraftEndpoint, { draftId, version })
    expect(codesOf(late)).toEqual(['application.window-closed'])
    expect(late.refusal().detail).toContain('当前时间不在该机构的网报时间段内')
    await product.admin.query(`update agency_plans set network_closes_at = $1 where network_closes_at >= $2`, [
      closesAt,
      clock[0]?.now,
    ])
    expect((await visitor.call(submitDraftEndpoint, { draftId, version })).status).toBe(200)
  })

  test('a draft given up is gone, and a new one may be opened (APP-6)', async () => {
    const own = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 21))
    ;(await own.visitor.call(discardDraftEndpoint, { draftId: own.draftId })).output()
    expect((await own.visitor.call(getDraftEndpoint, { draftId: own.draftId })).status).toBe(404)
    const { draftId } = (await own.visitor.call(openDraftEndpoint, {})).output()
    expect(draftId).not.toBe(own.draftId)
  })
})

test('an exam proof carries an application through its last day and not a day longer (S-065, domain §23 case 3)', async () => {
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 22))
  const setLastDay = (day: string) =>
    product.admin.query(
      `update evidence set facts = jsonb_set(facts, '{validUntil}', to_jsonb($1::text)) where id = $2`,
      [day, ready.centre.examProofs[0]?.id],
    )
  await setLastDay('2026-10-11')
  const { visitor, draftId, version } = ready
  expect(codesOf(await visitor.call(submitDraftEndpoint, { draftId, version }))).toEqual([
    'application.exam-proof-expired',
  ])
  await setLastDay('2026-10-12')
  expect((await visitor.call(submitDraftEndpoint, { draftId, version })).status).toBe(200)
})

describe('修改', () => {
  test('keeps the 报名号, asks for a new signature and counts the version up (APP-10, S-081)', async () => {
    const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 23))
    const { visitor } = ready
    const receipt = await submitReady(ready)
    const { draftId } = (
      await visitor.call(amendApplicationEndpoint, { applicationId: receipt.applicationId })
    ).output()
    const draft = (await visitor.call(getDraftEndpoint, { draftId })).output()
    expect(draft.amendsRegistrationNumber).toBe(receipt.registrationNumber)
    expect(draft.defects.map((defect) => defect.code)).toEqual([
      'application.signature-needed',
      'application.review-needed',
      'application.promise-needed',
    ])
    await saveStep(visitor, draftId, {
      step: 'details',
      value: { ...draft.steps.details, collection: 'mail', mailingAddress: '演示路2号' },
    })
    await saveStep(visitor, draftId, { step: 'review', value: { confirmed: true } })
    await saveStep(visitor, draftId, { step: 'promise', value: { agreed: true } })
    await signPromise(product, visitor, draftId)
    const version = await versionOf({ visitor, draftId })
    const again = (await visitor.call(submitDraftEndpoint, { draftId, version })).output()
    expect(again).toEqual(receipt)
    const { rows } = await product.admin.query(
      `select a.version, (select array_agg(kind order by seq) from application_events where application_id = a.id) as kinds
       from applications a where id = $1`,
      [receipt.applicationId],
    )
    expect(rows).toEqual([{ version: 2, kinds: ['submitted', 'amended'] }])
    const view = (await visitor.call(getApplicationEndpoint, { applicationId: receipt.applicationId })).output()
    expect(JSON.stringify(view.groups)).toContain('演示路2号')
  })

  test('ends with the confirmation: no amending, no new photo, no handing in (S-079)', async () => {
    const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 24))
    const { visitor } = ready
    const { applicationId } = await submitReady(ready)
    const { draftId } = (await visitor.call(amendApplicationEndpoint, { applicationId })).output()
    await confirmBehind(applicationId)
    const photo = await visitor.call(uploadPhotoEndpoint, { draftId }, { file: await makePhoto() })
    expect(photo.status).toBe(409)
    expect(codesOf(photo)).toEqual(['application.not-amendable'])
    const version = await versionOf({ visitor, draftId })
    expect(codesOf(await visitor.call(submitDraftEndpoint, { draftId, version }))).toEqual([
      'application.not-amendable',
    ])
    expect(codesOf(await visitor.call(amendApplicationEndpoint, { applicationId }))).toEqual([
      'application.not-amendable',
    ])
    expect(codesOf(await visitor.call(withdrawApplicationEndpoint, { applicationId }))).toEqual([
      'application.not-withdrawable',
    ])
    const opened = (await visitor.call(openDraftEndpoint, {})).output()
    expect(opened.draftId).not.toBe(draftId)
  })
})

test('withdrawing frees the proof and the place in the round (APP-15)', async () => {
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 25))
  const { visitor } = ready
  const { applicationId, registrationNumber } = await submitReady(ready)
  const held = (await visitor.call(getCentreEndpoint, {})).output()
  expect(held.examProofs[0]).toMatchObject({ heldBy: registrationNumber, usable: false })
  const key = randomUUID()
  ;(await visitor.call(withdrawApplicationEndpoint, { applicationId }, { key })).output()
  ;(await visitor.call(withdrawApplicationEndpoint, { applicationId }, { key })).output()
  const freed = (await visitor.call(getCentreEndpoint, {})).output()
  expect(freed.examProofs[0]).toMatchObject({ heldBy: null, usable: true })
  const { applications } = (await visitor.call(listApplicationsEndpoint, {})).output()
  expect(applications).toMatchObject([{ withdrawn: true }])
  expect((await visitor.call(requestFormPreviewEndpoint, { applicationId })).status).toBe(409)
  const second = await makeReadyDraft(product, ready.person, visitor)
  expect((await submitReady(second)).registrationNumber).not.toBe(registrationNumber)
})

test('the form is made once a version and opens for its owner alone (APP-10, S-047)', async () => {
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 26))
  const { visitor } = ready
  const { applicationId } = await submitReady(ready)
  const { documentId } = (await visitor.call(requestFormPreviewEndpoint, { applicationId })).output()
  expect((await visitor.call(requestFormPreviewEndpoint, { applicationId })).output()).toEqual({ documentId })
  await product.settle()
  const document = (await visitor.call(getDocumentEndpoint, { documentId })).output()
  expect(document).toMatchObject({ state: 'ready' })
  const pdf = await visitor.raw({ method: 'GET', url: document.url ?? '' })
  expect(pdf.status).toBe(200)
  expect(pdf.text.startsWith('%PDF-')).toBe(true)
  const stranger = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 27))
  expect((await stranger.visitor.raw({ method: 'GET', url: document.url ?? '' })).status).toBe(404)
  expect((await stranger.visitor.call(getDocumentEndpoint, { documentId })).status).toBe(404)
})
