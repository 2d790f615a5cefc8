import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listOwnNoticesEndpoint } from '@xingtan/contract/office/notice'
import { noticeStateOf } from '@xingtan/domain/notice'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { type OwnLine, listShelf } from './sql-own.ts'

const ROWS = 30
const Mark = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

function toRow(line: OwnLine, now: Date): OutputOf<typeof listOwnNoticesEndpoint>['rows'][number] {
  const { versionState: _versionState, withdrawnAt: _withdrawnAt, ...shown } = line
  return {
    ...shown,
    state: noticeStateOf(line, now),
    publishedAt: line.publishedAt?.toISOString() ?? null,
    takenDownAt: line.takenDownAt?.toISOString() ?? null,
    writtenAt: line.writtenAt.toISOString(),
  }
}

/** Announcements of the own agency: in work, public or on file. */
export async function listOwnNotices(
  ctx: Context,
  { shelf, after }: InputOf<typeof listOwnNoticesEndpoint>,
): Promise<OutputOf<typeof listOwnNoticesEndpoint>> {
  const mark = readMark(Mark, after)
  return ctx.read(async (tx) => {
    const found = await listShelf(tx, { shelf, after: mark, limit: ROWS + 1 })
    const rows = found.slice(0, ROWS)
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => toRow(row, tx.now)),
      after:
        found.length > ROWS && last !== undefined
          ? writeMark({ at: last.writtenAt.toISOString(), id: last.noticeId })
          : null,
    }
  })
}
