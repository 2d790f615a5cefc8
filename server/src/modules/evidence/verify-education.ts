import type { Context } from '../../platform/context.ts'
import { normaliseCertificateNumber } from './certificate-number.ts'
import { declareCertificate } from './declare-certificate.ts'
import { unansweredEducation } from './facts.ts'

/** Asks 学信网 about a 学历 certificate (PRO-4). */
export async function verifyEducation(
  ctx: Context,
  input: { readonly certificateNumber: string },
): Promise<{ id: string }> {
  const number = normaliseCertificateNumber(input.certificateNumber)
  return declareCertificate(ctx, { kind: 'education', number, facts: unansweredEducation(number) })
}
