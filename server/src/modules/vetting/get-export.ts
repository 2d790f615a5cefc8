import { VETTING_COLUMNS, WATERMARK_WORD } from '@xingtan/domain/vetting-answer'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { writeSheet } from '../../platform/sheet.ts'
import { getOfficer } from '../case/index.ts'
import { rowCode } from './row-code.ts'
import { type BatchPerson, type Export, findOpenExport, findOwnBatch, listPeople } from './sql-file.ts'
import { insertLook } from './sql-look.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const WIDTHS = [40, 14, 22, 18, 16, 30]

function listSheet(ctx: Context, people: readonly BatchPerson[], out: Export): Buffer {
  const rows = people.map(({ id, name, numberSealed }) => {
    const documentNumber = ctx.crypto.openColumn(numberSealed)
    return [id, name, documentNumber, rowCode(ctx.crypto, id, documentNumber), '', '']
  })
  const mark = `${WATERMARK_WORD} ${out.watermark}：${out.byName}于${shanghaiDay(out.exportedAt)}导出，用途：${out.purpose}。仅供本次核查，用后销毁。`
  return writeSheet({
    name: '无犯罪记录核查名单',
    columns: VETTING_COLUMNS.map((title, place) => ({ title, width: WIDTHS[place] ?? 16 })),
    rows: [...rows, [mark]],
  })
}

/** The list of the people who still wait, made anew for each download, with a watermark row; each is a read event (S-144). */
export async function getExport(ctx: Context, { exportId }: { readonly exportId: string }): Promise<BinaryReply> {
  const officer = getOfficer(ctx)
  const { out, people, officeName } = await ctx.write(async (tx) => {
    const found = await findOpenExport(tx, exportId, officer.userId)
    const batch = found === undefined ? undefined : await findOwnBatch(tx, found.batchId)
    if (found === undefined || batch === undefined) throw problem('vetting.export-over')
    const { batchId, purpose, watermark } = found
    tx.concerns('vetting-batch', batchId, { exportId, watermark }, 'read')
    const look = { applicationId: null, batchId, way: 'export', purpose } as const
    await insertLook(tx, { ...look, agencyCode: officer.agencyCode, lookedBy: officer.userId })
    const waiting = (await listPeople(tx, batchId)).filter(({ isWaiting }) => isWaiting)
    return { out: found, people: waiting, officeName: batch.officeName }
  })
  const fileName = `无犯罪记录核查名单-${officeName ?? ''}-${shanghaiDay(out.exportedAt)}.xlsx`
  return { bytes: listSheet(ctx, people, out), mediaType: SHEET, fileName }
}
