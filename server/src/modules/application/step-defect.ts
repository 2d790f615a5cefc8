import type { StepDefect } from '@xingtan/contract/application'
import { sentenceOf } from '@xingtan/contract/problem'
import { defectsOf } from '@xingtan/domain/application-defect'
import type { DraftCase } from './draft-case.ts'

/** What still stands between a draft and being handed in, in words. */
export function listStepDefects({ facts }: DraftCase, today: string): StepDefect[] {
  return defectsOf(facts, today).map((defect) => ({
    step: defect.step,
    field: defect.field ?? null,
    code: defect.code,
    sentence: sentenceOf(defect),
    basis: defect.basis ?? null,
  }))
}
