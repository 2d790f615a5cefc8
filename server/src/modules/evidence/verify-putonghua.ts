import { parsePutonghuaNumber } from '@xingtan/domain/putonghua'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { declareCertificate } from './declare-certificate.ts'
import { unansweredPutonghua } from './facts.ts'

/** 核验证书: asks the national Putonghua data by certificate number (PRO-3). */
export async function verifyPutonghua(ctx: Context, input: { readonly number: string }): Promise<{ id: string }> {
  const parsed = parsePutonghuaNumber(input.number)
  if (parsed.kind === 'bad') throw problem('evidence.putonghua-number-wrong', { field: 'number' })
  const number = parsed.normalised
  return declareCertificate(ctx, { kind: 'putonghua', number, facts: unansweredPutonghua(number) })
}
