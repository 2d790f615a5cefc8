import type { MaterialState } from '@xingtan/contract/material'
import type { Refusal } from '@xingtan/contract/problem'
import type { ChecklistLine, Judgement } from './case-checklist.ts'

export interface OnlineEvidence {
  readonly lines: readonly ChecklistLine[]
  /** State of the file of each material that has one. */
  readonly filed: ReadonlyMap<string, MaterialState>
  /** Shown on the screen: photo and signature (policy `online.desk`). */
  readonly notUploaded: readonly string[]
}

const ON_SCREEN = '网上办理：已按实名核验和屏幕上的照片、签名核对。'
const BY_FILE = '网上办理：已逐项审核上传的材料。'

/**
 * What an officer's item judgements say of the checklist when many clean cases are confirmed at once: a line without a
 * machine's proof rests on a file that an officer accepted, photo, signature and the proven name on the screen. A line that its source
 * contradicts or has not answered is never clean (S-154, CNF-3).
 */
export function judgeOnline({ lines, filed, notUploaded }: OnlineEvidence): {
  readonly judgements: readonly Judgement[]
  readonly refusals: readonly Refusal[]
} {
  const judged = lines
    .filter((line) => line.needsHuman)
    .map((line) => {
      const isOnScreen = notUploaded.includes(line.code)
      const isClean = line.result === 'not-needed' && (isOnScreen || filed.get(line.code) === 'accepted')
      return { line, isClean, note: isOnScreen ? ON_SCREEN : BY_FILE }
    })
  return {
    judgements: judged
      .filter(({ isClean }) => isClean)
      .map(({ line, note }) => ({ code: line.code, accepted: true, note })),
    refusals: judged
      .filter(({ isClean }) => !isClean)
      .map(({ line }) => ({ code: 'confirmation.not-clean', values: { title: line.title } })),
  }
}
