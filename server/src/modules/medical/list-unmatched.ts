import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listMedicalUnmatchedEndpoint } from '@xingtan/contract/office/medical'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { isRegistrationNumber, normaliseRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer } from '../case/index.ts'
import { listUnmatched as listRows } from './sql-import.ts'

const PAGE = 50
const Mark = z.strictObject({ id: z.uuid() })

function keyText(key: string): string {
  return isRegistrationNumber(normaliseRegistrationNumber(key)) ? key : maskDocumentNumber(key)
}

/** Rows of hospitals' sheets that belong to no case yet, document numbers masked (S-122). */
export async function listUnmatched(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listMedicalUnmatchedEndpoint>> {
  getOfficer(ctx)
  return ctx.read(async (tx) => {
    const listed = await listRows(tx, readMark(Mark, input.after)?.id ?? null, PAGE + 1)
    const page = listed.slice(0, PAGE)
    const last = page.at(-1)
    return {
      rows: page.map((row) => ({
        unmatchedId: row.id,
        row: row.rowNumber,
        key: keyText(ctx.crypto.openColumn(row.keySealed)),
        name: ctx.crypto.openColumn(row.nameSealed),
        conclusion: row.conclusion,
        examinedOn: row.examinedOn,
        hospital: row.hospital,
        problem: row.problem,
        importedAt: row.importedAt.toISOString(),
      })),
      after: listed.length > PAGE && last !== undefined ? writeMark({ id: last.id }) : null,
    }
  })
}
