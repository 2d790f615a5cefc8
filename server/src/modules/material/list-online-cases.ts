import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { Lane, OnlineState, listOnlineCasesEndpoint } from '@xingtan/contract/office/material'
import { isTimeRunning } from '@xingtan/domain/material'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { checklistOf, getOfficer, listCaseRows, listCases, listUsedRecords, toCaseRow } from '../case/index.ts'
import { listMedicalRecords } from '../medical/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { triageOf } from './online-file.ts'
import { listFiled } from './sql.ts'
import { listOnlineCases as listQueued, saveLanes } from './sql-online.ts'

interface ListOnline {
  readonly state: OnlineState
  readonly lane?: Lane | undefined
  readonly after?: string | undefined
}

const PAGE = 50
const Mark = z.strictObject({ handedInAt: z.iso.datetime({ precision: 6 }), id: z.uuid() })

/** Lanes of these cases as the sources see them now. */
async function triageMany(tx: Tx, agencyCode: string, ids: readonly string[]): Promise<Map<string, Lane>> {
  const book = await loadPolicyBook(tx, agencyCode)
  const used = await listUsedRecords(tx, ids)
  const filed = await listFiled(tx, ids)
  const medical = new Set((await listMedicalRecords(tx, ids)).map(({ applicationId }) => applicationId))
  return new Map(
    (await listCases(tx, ids)).map((record) => {
      const own = <Row extends { readonly applicationId: string }>(rows: readonly Row[]) =>
        rows.filter(({ applicationId }) => applicationId === record.id)
      const { lines, materials } = checklistOf(record, own(used), book)
      const hasMedical = medical.has(record.id)
      return [record.id, triageOf({ record, book, lines, materials, hasMedical, filed: own(filed) }, tx.today).lane]
    }),
  )
}

/** The online queue, fifty a page; lanes that the sources have changed since are put right on the way (CNF-3). */
export async function listOnlineCases(
  ctx: Context,
  input: ListOnline,
): Promise<OutputOf<typeof listOnlineCasesEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const { state, lane = null } = input
    const listed = await listQueued(tx, { state, lane, after: readMark(Mark, input.after) ?? null, limit: PAGE + 1 })
    const page = listed.slice(0, PAGE)
    const ids = page.map(({ applicationId }) => applicationId)
    const lanes = await triageMany(tx, officer.agencyCode, ids)
    const changed = page.flatMap(({ applicationId, lane: kept }) => {
      const now = lanes.get(applicationId)
      return now === undefined || now === kept ? [] : [{ applicationId, lane: now }]
    })
    if (changed.length > 0) await saveLanes(tx, changed)
    const rows = new Map((await listCaseRows(tx, ids)).map((row) => [row.id, row]))
    const last = page.at(-1)
    return {
      rows: page.flatMap((one) => {
        const row = rows.get(one.applicationId)
        if (row === undefined) return []
        const { supplementDueOn } = one
        return {
          ...toCaseRow(ctx.crypto, officer, row),
          state: one.state,
          lane: lanes.get(one.applicationId) ?? one.lane,
          handedInAt: one.handedInAt.toISOString(),
          supplementDueOn,
          isLate: supplementDueOn !== null && !isTimeRunning(supplementDueOn, tx.today),
        }
      }),
      after:
        listed.length > PAGE && last !== undefined
          ? writeMark({ handedInAt: last.mark, id: last.applicationId })
          : null,
    }
  })
}
