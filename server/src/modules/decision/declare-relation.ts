import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { declareRelationEndpoint, listRelationsEndpoint } from '@xingtan/contract/office/case-exception'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { parsePersonDocument } from '@xingtan/domain/person-identity'
import type { Context, WorkTx } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { type NewRelation, insertRelation, listRelationRows, markRelationRemoved } from './sql-relation.ts'

async function insertOnce(tx: WorkTx, relation: NewRelation): Promise<void> {
  try {
    await insertRelation(tx, relation)
  } catch (error) {
    if (violatedConstraint(error) !== 'staff_relations__once') throw error
    throw problem('decision.relation-known', { field: 'documentNumber' })
  }
}

/** 回避申报: from now on the officer cannot handle the cases of this person (S-056). */
export async function declareRelation(
  ctx: Context,
  input: InputOf<typeof declareRelationEndpoint>,
): Promise<{ relationId: string }> {
  const officer = getOfficer(ctx)
  const document = parsePersonDocument(input.documentType, input.documentNumber)
  if (document.kind === 'bad') throw problem('decision.relation-number', { field: 'documentNumber' })
  return ctx.command(async (tx) => {
    const id = randomUUID()
    await insertOnce(tx, {
      id,
      personId: officer.personId,
      relation: input.relation,
      name: input.name,
      numberSealed: ctx.crypto.sealColumn(document.normalised),
      personIndex: ctx.crypto.blindIndex('person', document.key),
      phoneIndex: input.phone === null ? null : ctx.crypto.blindIndex('phone', input.phone),
      declaredBy: officer.userId,
    })
    tx.concerns('officer', officer.userId, { relationId: id, relation: input.relation })
    return { relationId: id }
  })
}

/** What the officer has declared, numbers masked. */
export async function listRelations(ctx: Context): Promise<OutputOf<typeof listRelationsEndpoint>> {
  const rows = await ctx.read(listRelationRows)
  return {
    relations: rows.map(({ id, relation, name, numberSealed, hasPhone, declaredAt }) => ({
      relationId: id,
      relation,
      name,
      maskedDocumentNumber: maskDocumentNumber(ctx.crypto.openColumn(numberSealed)),
      hasPhone,
      declaredAt: declaredAt.toISOString(),
    })),
  }
}

/** Takes a declaration back, with an event that stays. */
export async function removeRelation(ctx: Context, input: { readonly relationId: string }): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    if (!(await markRelationRemoved(tx, input.relationId))) throw problem('request.not-found')
    tx.concerns('officer', officer.userId, { relationId: input.relationId, removed: true })
    return { done: true }
  })
}
