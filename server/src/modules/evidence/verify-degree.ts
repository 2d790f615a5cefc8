import type { Context } from '../../platform/context.ts'
import { normaliseCertificateNumber } from './certificate-number.ts'
import { declareCertificate } from './declare-certificate.ts'
import { unansweredDegree } from './facts.ts'

/** Asks 学信网 about a 学位 certificate (PRO-5). */
export async function verifyDegree(
  ctx: Context,
  input: { readonly certificateNumber: string },
): Promise<{ id: string }> {
  const number = normaliseCertificateNumber(input.certificateNumber)
  return declareCertificate(ctx, { kind: 'degree', number, facts: unansweredDegree(number) })
}
