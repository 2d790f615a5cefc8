import type { OnlineDesk } from '@xingtan/contract/policy-online'
import type { CaseMaterial } from '@xingtan/domain/application-material'
import type { ChecklistLine } from '@xingtan/domain/case-checklist'
import { type MaterialItem, listUploads } from '@xingtan/domain/material'
import { type Triage, triage } from '@xingtan/domain/triage'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, checklistOf, listUsedRecords } from '../case/index.ts'
import { hasMedicalRecord } from '../medical/index.ts'
import { type PolicyBook, loadPolicyBook } from '../policy/index.ts'
import { deskRuleOf } from './desk-rule.ts'
import { type LiveMaterial, listLiveMaterials } from './sql.ts'

/** Everything about one case at the online desk. */
export interface OnlineFile {
  readonly rule: OnlineDesk
  readonly book: PolicyBook
  readonly lines: readonly ChecklistLine[]
  /** What is asked of this person as files, with what there is. */
  readonly items: readonly (MaterialItem & { readonly why: string; readonly live: LiveMaterial | undefined })[]
  readonly triage: Triage
}

interface FileParts {
  readonly record: CaseRecord
  readonly book: PolicyBook
  readonly lines: readonly ChecklistLine[]
  readonly materials: readonly CaseMaterial[]
  readonly hasMedical: boolean
  readonly filed: readonly { readonly code: string; readonly state: LiveMaterial['state'] }[]
}

/** The triage of a case with what stands in its file now. */
export function triageOf(parts: FileParts, day: string): Triage {
  const { record, book, lines, materials, hasMedical, filed } = parts
  return triage(
    {
      lines,
      papers: new Set(materials.map(({ code }) => code)),
      filed: new Set(filed.filter(({ state }) => state !== 'rejected').map(({ code }) => code)),
      hasMedical,
      rule: deskRuleOf(record, book),
    },
    day,
  )
}

/** Loads the file of one case, for its owner and for the desk alike. */
export async function loadOnlineFile(tx: Tx, record: CaseRecord): Promise<OnlineFile> {
  const book = await loadPolicyBook(tx, record.agencyCode)
  const rule = deskRuleOf(record, book)
  const { lines, materials } = checklistOf(record, await listUsedRecords(tx, [record.id]), book)
  const live = await listLiveMaterials(tx, record.id)
  const hasMedical = await hasMedicalRecord(tx, record.id)
  const asked = listUploads(materials, rule, hasMedical)
  return {
    rule,
    book,
    lines,
    items: asked.map(({ code, name, why }) => {
      const file = live.find((one) => one.code === code)
      return { code, name, why, state: file?.state ?? ('missing' as const), live: file }
    }),
    triage: triageOf({ record, book, lines, materials, hasMedical, filed: live }, tx.today),
  }
}
