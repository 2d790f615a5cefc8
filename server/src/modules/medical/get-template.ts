import { MEDICAL_COLUMNS } from '@xingtan/domain/medical'
import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { writeSheet } from '../../platform/sheet.ts'
import { getOfficer } from '../case/index.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The empty sheet hospitals fill in: every column is text, so that no number loses its end. */
export async function getTemplate(ctx: Context): Promise<BinaryReply> {
  getOfficer(ctx)
  const bytes = writeSheet({
    name: '体检结论',
    columns: MEDICAL_COLUMNS.map((title) => ({ title, width: 22 })),
    rows: [],
  })
  return { bytes, mediaType: SHEET, fileName: '体检结论导入模板.xlsx' }
}
