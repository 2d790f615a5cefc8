import { randomUUID } from 'node:crypto'
import type { LetterKind } from '@xingtan/contract/letter'
import { readableMinute } from '@xingtan/domain/readable-time'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { type DecisionLetterContent, renderDecisionLetter } from '../../platform/pdf-decision-letter.ts'
import type { PdfRenderer } from '../../platform/pdf.ts'
import { findCase } from '../case/index.ts'
import { findDocument, makeDocument } from '../document/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { composeLetter } from './compose-letter.ts'
import { findLetterFacts, findLetterOfDecision, insertLetter, takeLetterSerial } from './sql-letter.ts'

const SIGNS: Readonly<Record<LetterKind, string>> = { recognised: '认', 'not-recognised': '不认' }

/** Numbers the letter and freezes its words; a second run finds what the first one wrote. */
async function issueLetter(services: Services, tx: Tx, documentId: string): Promise<DecisionLetterContent | undefined> {
  const document = await findDocument(tx, documentId, 'decision-letter')
  const facts = await findLetterFacts(tx, documentId)
  if (document === undefined || facts === undefined) return undefined
  const known = await findLetterOfDecision(tx, facts.decisionId)
  if (known !== undefined) return known.content
  const { agencyCode, decisionId } = facts
  const kind: LetterKind = facts.conclusion === 'passed' ? 'recognised' : 'not-recognised'
  const issuedOn = shanghaiDay(facts.decidedAt)
  const year = Number(issuedOn.slice(0, 4))
  const serial = await takeLetterSerial(tx, { agencyCode, year, kind })
  const number = `${agencyCode}${SIGNS[kind]}〔${year}〕第${String(serial).padStart(4, '0')}号`
  const content = composeLetter(services.crypto, facts, { book: await loadPolicyBook(tx, agencyCode), number })
  const { applicationId } = document
  const contentHash = services.crypto.sm3(canonicalJson(content))
  const place = { agencyCode, kind, year, serial, number, issuedOn }
  await insertLetter(tx, { id: randomUUID(), decisionId, applicationId, documentId, ...place, content, contentHash })
  return content
}

/** Issues a decision letter and makes its PDF; the file is made again from the frozen words, never from the case. */
export async function renderLetter(services: Services, renderer: PdfRenderer, run: JobRun): Promise<void> {
  const documentId = run.job.payload['documentId'] ?? ''
  const content = await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    return issueLetter(services, tx, documentId)
  })
  if (content === undefined) return
  await makeDocument(services, run, {
    kind: 'decision-letter',
    prepare: async (tx, applicationId) => ({
      // The letter is its applicant's as well as the office's.
      accountId: (await findCase(tx, applicationId))?.accountId ?? null,
      applicationId,
      render: () =>
        renderDecisionLetter(renderer, content, {
          printedAt: readableMinute(tx.now),
          isDemo: services.mode !== 'production',
          createdAt: tx.now,
        }),
    }),
  })
}
