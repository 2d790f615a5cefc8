import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { saveWorkInfoEndpoint } from '@xingtan/contract/office/work-info'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { getCollection } from './get-collection.ts'
import { sealStaff } from './seal-staff.ts'
import { findFormOf, insertForm, saveForm } from './sql.ts'

/** Saves the form as far as it is filled in; what is missing is said when it is handed in (ACC-10). */
export async function saveWorkInfo(
  ctx: Context,
  input: InputOf<typeof saveWorkInfoEndpoint>,
): Promise<{ version: number }> {
  const officer = officerOf(ctx)
  const { collectionId, version, creditCode, staff, networkAddresses } = input
  const sealed = { staffSealed: sealStaff(ctx.crypto, staff), staffCount: staff.length }
  const content = { creditCode, networkAddresses, ...sealed }
  return ctx
    .command(async (tx) => {
      await getCollection(tx, officer, collectionId)
      const form = await findFormOf(tx, collectionId, officer.agencyCode)
      if (form === undefined) {
        const id = randomUUID()
        await insertForm(tx, { id, collectionId, agencyCode: officer.agencyCode, ...content })
        tx.concerns('work-info', id, { version: 1 })
        return { version: 1 }
      }
      if (form.state === 'handed-in' || form.state === 'accepted') throw problem('work-info.handed-in')
      if (!(await saveForm(tx, { id: form.id, version, ...content }))) throw problem('work-info.changed')
      tx.concerns('work-info', form.id, { version: version + 1 })
      return { version: version + 1 }
    })
    .catch((error: unknown) => {
      const isTwin = violatedConstraint(error) === 'work_info_forms__collection_id_agency_code'
      throw isTwin ? problem('work-info.changed') : error
    })
}
