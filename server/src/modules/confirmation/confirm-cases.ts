import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { confirmCasesEndpoint } from '@xingtan/contract/office/material'
import { type Refusal, sentenceOf } from '@xingtan/contract/problem'
import { refuseAct } from '@xingtan/domain/decision'
import { judgeOnline } from '@xingtan/domain/online-confirmation'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, arrange, getOfficer, listCases, lockCases, rolesOf, stateOf } from '../case/index.ts'
import { findOnlineCase, loadOnlineFile } from '../material/index.ts'
import { listMedicalRecords } from '../medical/index.ts'
import { refuseUntrained } from '../training/index.ts'
import { type Acceptance, acceptCase, judgeAcceptance } from './accept-case.ts'
import type { ConfirmWindow } from './confirm-window.ts'

type ConfirmCases = InputOf<typeof confirmCasesEndpoint>
type Results = OutputOf<typeof confirmCasesEndpoint>
type Result = Results['results'][number]

type Judged =
  | { readonly kind: 'clean'; readonly acceptance: Acceptance; readonly window: ConfirmWindow }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

/** Whether a case is clean: the same rules as at the desk, with the item judgements in place of the desk's words. */
async function judge(tx: Tx, officer: OfficerActor, record: CaseRecord, version: number): Promise<Judged> {
  const found = { state: stateOf(record), version: record.version }
  const act = refuseAct(found, { action: 'confirm', roles: rolesOf(officer), version })
  if (act.length > 0) return { kind: 'refused', refusals: act }
  if ((await findOnlineCase(tx, record.id)) === undefined) {
    return { kind: 'refused', refusals: [{ code: 'confirmation.not-online' }] }
  }
  const file = await loadOnlineFile(tx, record)
  const filed = new Map(file.items.map(({ code, state }) => [code, state]))
  const online = judgeOnline({ lines: file.lines, filed, notUploaded: file.rule.notUploaded })
  const [medical] = await listMedicalRecords(tx, [record.id])
  if (medical === undefined || online.refusals.length > 0) {
    const missing = medical === undefined ? [{ code: 'confirmation.medical-missing' as const }] : []
    return { kind: 'refused', refusals: [...online.refusals, ...missing] }
  }
  const { conclusion, examinedOn, hospital } = medical
  const { book, lines } = file
  const acceptance = {
    record,
    book,
    lines,
    judgements: online.judgements,
    medical: { conclusion, examinedOn, hospital },
  }
  const accepted = await judgeAcceptance(tx, acceptance)
  const { window } = accepted
  const refusals = [...(await refuseUntrained(tx, officer, book)), ...accepted.refusals]
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'clean', acceptance, window }
}

function toResult(record: CaseRecord, judged: Judged, dryRun: boolean): Result {
  const { id: applicationId, registrationNumber } = record
  if (judged.kind === 'refused') {
    return { applicationId, registrationNumber, outcome: 'refused', sentence: judged.refusals.map(sentenceOf).join('') }
  }
  if (dryRun) return { applicationId, registrationNumber, outcome: 'would-confirm', sentence: '可以确认通过。' }
  return { applicationId, registrationNumber, outcome: 'confirmed', sentence: '已确认通过，受理凭证正在生成。' }
}

/**
 * 确认通过 for many clean online cases: the whole batch in scope or nothing (S-060), then each row by itself. A dry run
 * answers the same without writing (CNF-3).
 */
export async function confirmCases(ctx: Context, { cases, dryRun }: ConfirmCases): Promise<Results> {
  const officer = getOfficer(ctx)
  const ids = cases.map(({ applicationId }) => applicationId)
  const versionOf = (index: number) => cases[index]?.version ?? 0
  if (dryRun) {
    return ctx.read(async (tx) => {
      const results: Result[] = []
      for (const [index, record] of arrange(cases, await listCases(tx, ids)).entries()) {
        results.push(toResult(record, await judge(tx, officer, record, versionOf(index)), true))
      }
      return { results }
    })
  }
  return ctx.command(async (tx) => {
    const results: Result[] = []
    for (const [index, record] of arrange(cases, await lockCases(tx, ids)).entries()) {
      const judged = await judge(tx, officer, record, versionOf(index))
      if (judged.kind === 'clean') await acceptCase(ctx, tx, { ...judged, officerId: officer.userId })
      else tx.concerns('application', record.id, { codes: judged.refusals.map(({ code }) => code) }, 'refused')
      results.push(toResult(record, judged, false))
    }
    return { results }
  })
}
