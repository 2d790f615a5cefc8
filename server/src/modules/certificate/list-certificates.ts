import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listCertificatesEndpoint } from '@xingtan/contract/office/case'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { type CertificateMark, listCertificates as listRows } from './sql.ts'

const PAGE = 50
const Mark = z.strictObject({ issuedAt: z.iso.datetime(), id: z.uuid() }) satisfies z.ZodType<CertificateMark>

/** Certificates of the agency, newest first, fifty a page. */
export async function listCertificates(
  ctx: Context,
  input: { readonly year?: number | undefined; readonly after?: string | undefined },
): Promise<OutputOf<typeof listCertificatesEndpoint>> {
  const rows = await ctx.read((tx) =>
    listRows(tx, { year: input.year ?? null, after: readMark(Mark, input.after), limit: PAGE + 1 }),
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const hasMore = rows.length > PAGE && last !== undefined
  return {
    rows: page.map(({ id, number, name, qualificationType, subjectName, issuedOn, state }) => ({
      certificateId: id,
      number,
      name,
      qualificationTitle: QUALIFICATION_TITLES[qualificationType],
      subjectName,
      issuedOn,
      state,
    })),
    after: hasMore ? writeMark({ issuedAt: last.issuedAt.toISOString(), id: last.id }) : null,
  }
}
