import type { OwnMaterial, OwnMaterials } from '@xingtan/contract/material'
import { isTimeRunning, mayUpload, refuseHandIn } from '@xingtan/domain/material'
import { readableDay } from '@xingtan/domain/readable-time'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type CaseRecord, findCase, stateOf } from '../case/index.ts'
import { makeFileLink } from '../file/index.ts'
import { type OnlineFile, loadOnlineFile } from './online-file.ts'
import { findOnlineCase } from './sql-online.ts'
import { findOpenRequest } from './sql-request.ts'
import { refuseAfterWindow } from './window.ts'

interface Standing {
  readonly file: OnlineFile
  readonly dueOn: string | null
  readonly isOpen: boolean
  readonly state: 'handed-in' | 'supplement' | 'on-site' | null
}

function describeItems(ctx: Context, tx: Tx, { file, isOpen }: Standing): OwnMaterial[] {
  return file.items.map(({ code, name, why, state, live }) => ({
    code,
    name,
    why,
    state,
    mayUpload: isOpen && mayUpload(state),
    bytes: live?.bytes ?? null,
    pages: live?.pages ?? null,
    uploadedAt: live?.uploadedAt.toISOString() ?? null,
    url: live === undefined ? null : makeFileLink(ctx.crypto, ctx.actor, live.fileId, tx.now),
    reasons: (live?.reasons ?? []).map(({ code: reason, note }) => {
      const entry = file.rule.reasons.find((one) => one.code === reason)
      return { code: reason, sentence: entry?.sentence ?? '需要更换。', remedy: entry?.remedy ?? '请重新上传。', note }
    }),
  }))
}

/** What to do now and by when, in one sentence. */
function sentenceOf(record: CaseRecord, { state, dueOn, isOpen }: Standing, today: string): string {
  const { pointName } = record.snapshot
  if (!isOpen) return '这份申请目前不需要上传材料。'
  if (state === null) return `请逐项上传 PDF 文件，全部上传后点“提交材料”，由${pointName}在网上审核。`
  if (state === 'on-site') return `${pointName}请您到场办理，原因见留言；到场时请带齐原件。`
  if (state === 'handed-in') return `材料已提交，正在等待${pointName}审核，结果会通知您。`
  if (dueOn === null) return `请按审核意见处理后再次提交。`
  return isTimeRunning(dueOn, today)
    ? `请在${readableDay(dueOn)}前按审核意见处理后再次提交。`
    : `补正期限已于${readableDay(dueOn)}结束，请尽快提交；确认时间结束后不能再提交。`
}

/** 上传材料 of one's own case: what is asked of this person, how far it is, and what to do now (APP-10, APP-11). */
export async function getMaterials(ctx: Context, input: { readonly applicationId: string }): Promise<OwnMaterials> {
  return ctx.read(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    const file = await loadOnlineFile(tx, record)
    const request = await findOpenRequest(tx, record.id)
    const online = await findOnlineCase(tx, record.id)
    const isOpen =
      file.rule.offered &&
      stateOf(record) === 'awaiting-confirmation' &&
      (await refuseAfterWindow(tx, record)).length === 0
    const dueOn = request?.dueOn ?? null
    const standing = { file, dueOn, isOpen, state: online?.state ?? null }
    return {
      offered: file.rule.offered,
      sentence: sentenceOf(record, standing, tx.today),
      items: describeItems(ctx, tx, standing),
      mayHandIn: isOpen && refuseHandIn(file.items).length === 0,
      dueOn,
      isLate: dueOn !== null && !isTimeRunning(dueOn, tx.today),
      note: request?.note ?? null,
      maxBytes: file.book.resolve('file.material-max-bytes', tx.today).value,
    }
  })
}
