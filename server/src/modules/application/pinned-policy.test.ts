import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  amendApplicationEndpoint,
  getApplicationEndpoint,
  getDraftEndpoint,
  submitDraftEndpoint,
} from '@xingtan/contract/application'
import { findLocalPerson, makeReadyDraft, saveStep, signPromise, submitReady } from '../../../test/applicant.ts'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

test('an amended case stands under the policies of the day it was handed in last, and shows what they ask for (APP-14)', async () => {
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 10))
  const { visitor } = ready
  const { applicationId } = await submitReady(ready)
  const pinned = async () => {
    const { rows } = await product.admin.query<{ versions: string[] }>(
      'select policy_versions as versions from applications where id = $1',
      [applicationId],
    )
    return rows[0]?.versions.find((version) => version.startsWith('confirmation.materials@'))
  }
  const namesOf = async () =>
    (await visitor.call(getApplicationEndpoint, { applicationId })).output().materials.map(({ name }) => name)
  expect(await namesOf()).not.toContain('新要求的材料')
  // The case was handed in yesterday; from today on one paper more is asked for.
  await product.admin.query(
    `update applications set submitted_at = submitted_at - interval '1 day',
       snapshot = jsonb_set(snapshot, '{handedInOn}', to_jsonb(to_char((app_now() - interval '1 day') at time zone 'Asia/Shanghai', 'YYYY-MM-DD')))
     where id = $1`,
    [applicationId],
  )
  const agency = `(select 'agency:' || agency_code from applications where id = $1)`
  await product.admin.query(
    `insert into policies (id, key, scope, effective_from, value, source)
     select gen_random_uuid(), key, ${agency}, (app_now() at time zone 'Asia/Shanghai')::date,
       value || jsonb_build_array((value -> 0) || '{"code": "new-paper", "name": "新要求的材料", "unnecessaryWhen": null}'), source
     from policies where key = 'confirmation.materials' and effective_to is null order by scope = 'nation' limit 1`,
    [applicationId],
  )
  expect(await namesOf()).not.toContain('新要求的材料')
  const { draftId } = (await visitor.call(amendApplicationEndpoint, { applicationId })).output()
  await saveStep(visitor, draftId, { step: 'review', value: { confirmed: true } })
  await saveStep(visitor, draftId, { step: 'promise', value: { agreed: true } })
  await signPromise(product, visitor, draftId)
  const { version } = (await visitor.call(getDraftEndpoint, { draftId })).output()
  ;(await visitor.call(submitDraftEndpoint, { draftId, version })).output()
  expect(await pinned()).toContain('@agency:')
  expect(await namesOf()).toContain('新要求的材料')
})
