import { randomUUID } from 'node:crypto'
import { DocumentType } from '@xingtan/contract/document'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { queryCertificateEndpoint } from '@xingtan/contract/certificate'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { agencyCodeOf, notFoundSentence } from '@xingtan/domain/certificate'
import { maskName } from '@xingtan/domain/mask'
import { personKey } from '@xingtan/domain/person-identity'
import { foldNameForMatching } from '@xingtan/domain/person-name'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { takePhoneCode } from '../account/index.ts'
import { findAgency, findSuccessorNames } from '../agency/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { checkCertificate, countQueries, insertQuery } from './sql.ts'

type Query = InputOf<typeof queryCertificateEndpoint>

/** One key for every typed number; one that is no document number gets a key nobody has, so that the work is the same. */
function personIndexOf(ctx: Context, documentNumber: string): Buffer {
  const keys = DocumentType.options.flatMap((type) => personKey(type, documentNumber) ?? [])
  return ctx.crypto.blindIndex('person', keys[0] ?? 'none')
}

async function throwIfLimited(tx: Tx, phoneIndex: Buffer): Promise<void> {
  const book = await loadPolicyBook(tx, null)
  const limit = book.resolve('certificate.query-daily-limit', tx.today).value
  const asked = await countQueries(tx, phoneIndex, shanghaiInstant(tx.today, '00:00'))
  if (asked >= limit) throw problem('certificate.query-limit')
}

/**
 * 其他查询: anyone with a verified phone asks whether one certificate belongs to one named person. Every mismatch has the
 * same answer after the same work; the answer is minimal and masked; each question is logged and counted (PUB-3, S-123).
 */
export async function queryCertificate(ctx: Context, input: Query): Promise<OutputOf<typeof queryCertificateEndpoint>> {
  const { phone, phoneCodeId, code } = input
  await takePhoneCode(ctx, { phoneCodeId, phone, code, purpose: 'certificate-query' })
  const phoneIndex = ctx.crypto.blindIndex('phone', phone)
  return ctx.write(async (tx) => {
    await throwIfLimited(tx, phoneIndex)
    const number = input.certificateNumber
    const agencyCode = agencyCodeOf(number)
    const found = await checkCertificate(tx, {
      number,
      nameKey: foldNameForMatching(input.name),
      personIndex: personIndexOf(ctx, input.documentNumber),
    })
    await insertQuery(tx, { id: randomUUID(), phoneIndex, found: found !== undefined })
    tx.concerns('certificate-query', phoneIndex.toString('hex').slice(0, 32), { found: found !== undefined }, 'read')
    // One look at the register either way: who would have issued it, or who answers for it now.
    if (found === undefined) {
      const agency = await findAgency(tx, agencyCode)
      return { found: false, sentence: notFoundSentence(number, agency?.name ?? null) }
    }
    const { subjectName, agencyName, issuedOn, state } = found
    const successorName = (await findSuccessorNames(tx, [agencyCode])).get(agencyCode) ?? null
    return {
      found: true,
      maskedName: maskName(found.name),
      certificateNumber: found.number,
      qualificationTitle: QUALIFICATION_TITLES[found.qualificationType],
      subjectName,
      agencyName,
      successorName,
      issuedOn,
      state,
    }
  })
}
