import type { Tx } from '../../platform/db.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { type CaseRecord, stateOf } from '../case/index.ts'
import { type OnlineFile, loadOnlineFile } from './online-file.ts'
import { refuseAfterWindow } from './window.ts'

/** The file of one's own case while materials may come in: offered, 网报待确认, before the confirmation ends. */
export async function getOpenFile(tx: Tx, record: CaseRecord | undefined): Promise<OnlineFile> {
  if (record === undefined) throw problem('request.not-found')
  const file = await loadOnlineFile(tx, record)
  if (!file.rule.offered) throw problem('material.not-offered')
  if (stateOf(record) !== 'awaiting-confirmation') throw problem('material.not-now')
  throwIfRefused(await refuseAfterWindow(tx, record))
  return file
}
