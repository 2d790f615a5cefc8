import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { openWorkInfoEndpoint } from '@xingtan/contract/office/work-info'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { insertCollection } from './sql.ts'

/** Opens the collection of this year for the own tree: the nation or a province (ACC-10, 000 三). */
export async function openWorkInfo(
  ctx: Context,
  input: InputOf<typeof openWorkInfoEndpoint>,
): Promise<{ collectionId: string }> {
  const { agencyCode, agencyLevel, userId } = officerOf(ctx)
  if (agencyLevel !== 'nation' && agencyLevel !== 'province') throw problem('work-info.not-collector')
  return ctx.command(async (tx) => {
    const { today } = tx
    if (input.dueOn <= today) throw problem('work-info.due-past', { field: 'dueOn', values: { today } })
    const id = randomUUID()
    const year = Number(today.slice(0, 4))
    await insertCollection(tx, { id, agencyCode, year, ...input, openedBy: userId }).catch((error: unknown) => {
      const isTwin = violatedConstraint(error) === 'work_info_collections__agency_code_year'
      throw isTwin ? problem('work-info.opened-already', { values: { year } }) : error
    })
    tx.concerns('work-info-collection', id, { year, dueOn: input.dueOn })
    return { collectionId: id }
  })
}
