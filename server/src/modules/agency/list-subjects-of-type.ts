import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listSubjectsEndpoint } from '@xingtan/contract/place'
import type { QualificationType } from '@xingtan/contract/qualification'
import type { Context } from '../../platform/context.ts'
import { listSubjects } from './sql.ts'

/** 任教学科 that may be applied for under a type. */
export async function listSubjectsOfType(
  ctx: Context,
  input: { readonly qualificationType: QualificationType },
): Promise<OutputOf<typeof listSubjectsEndpoint>> {
  return { subjects: await ctx.read((tx) => listSubjects(tx, input.qualificationType)) }
}
