import { DOCUMENT_TYPE_NAMES } from '@xingtan/contract/document'
import { LETTER_TITLES, type LetterKind } from '@xingtan/contract/letter'
import type { PolicyValues } from '@xingtan/contract/policy'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { explainReasons } from '@xingtan/domain/case-reason'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { readableDay } from '@xingtan/domain/readable-time'
import { formatRegistrationNumber } from '@xingtan/domain/registration-number'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Crypto } from '../../platform/crypto.ts'
import type { DecisionLetterContent } from '../../platform/pdf-decision-letter.ts'
import type { PolicyBook } from '../policy/index.ts'
import type { LetterFacts } from './sql-letter.ts'

type Texts = PolicyValues['decision.letter-texts']

function paragraphsOf(facts: LetterFacts, texts: Texts): string[] {
  const kind = QUALIFICATION_TITLES[facts.qualificationType]
  const asked = `您于${readableDay(shanghaiDay(facts.confirmedAt))}向本机构申请认定${kind}（任教学科：${facts.subjectName}），本机构已依法受理。`
  if (facts.conclusion === 'passed') return [asked, texts.recognised, `决定：准予认定您的${kind}。`]
  return [asked, texts.notRecognised, `决定：不予认定您的${kind}。理由如下：`]
}

/** Every word of the letter, from the conclusion as it was drawn and the texts of that day. */
export function composeLetter(
  crypto: Pick<Crypto, 'openColumn'>,
  facts: LetterFacts,
  { book, number }: { readonly book: PolicyBook; readonly number: string },
): DecisionLetterContent {
  const day = shanghaiDay(facts.decidedAt)
  const texts = book.resolve('decision.letter-texts', day).value
  const kind: LetterKind = facts.conclusion === 'passed' ? 'recognised' : 'not-recognised'
  const reasons = explainReasons(facts.reasons, book.resolve('refusal.reasons', day).value)
  return {
    title: LETTER_TITLES[kind],
    number,
    agencyName: facts.agencyName,
    applicantName: facts.name,
    documentType: DOCUMENT_TYPE_NAMES[facts.documentType],
    maskedDocumentNumber: maskDocumentNumber(crypto.openColumn(facts.numberSealed)),
    qualificationType: QUALIFICATION_TITLES[facts.qualificationType],
    subject: facts.subjectName,
    registrationNumber: formatRegistrationNumber(facts.registrationNumber),
    acceptedOn: shanghaiDay(facts.confirmedAt),
    decidedOn: day,
    certificateNumber: kind === 'recognised' ? facts.certificateNumber : null,
    paragraphs: paragraphsOf(facts, texts),
    reasons: kind === 'recognised' ? [] : reasons.map(({ title, note, basis }) => ({ title, note, basis })),
    remedy: kind === 'recognised' ? null : texts.remedy,
  }
}
