import type { ExamBar } from '@xingtan/contract/authority/exam-bar'
import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { insertFile } from '../file/index.ts'
import { findImport, markFetchFailed, markFetched } from './sql.ts'

/** Whether the list is still awaited: jobs may run twice. */
export async function isFetching(services: Services, importId: string): Promise<boolean> {
  const stored = await services.db.transaction({}, (tx) => findImport(tx, importId), 'read')
  return stored?.state === 'fetching'
}

/** Keeps what the exam authority answered as it answered it; an empty list is the end of it. */
export async function recordFetched(
  services: Services,
  run: JobRun,
  { importId, bars }: { readonly importId: string; readonly bars: readonly ExamBar[] },
): Promise<void> {
  const content = Buffer.from(JSON.stringify(bars))
  const stored = bars.length === 0 ? undefined : await services.files.put(content)
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    if (stored === undefined) {
      await markFetchFailed(tx, importId)
      return
    }
    const place = { accountId: null, applicationId: null, kind: 'document', width: null, height: null } as const
    const { hash } = stored
    const fileId = await insertFile(tx, { ...place, hash, mediaType: 'application/json', bytes: content.length })
    await markFetched(tx, { id: importId, fileId, contentHash: hash, count: bars.length })
  })
}
