import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { requestSupplementEndpoint } from '@xingtan/contract/office/material'
import { refuseOfficeName } from '@xingtan/domain/content-check'
import { NOT_UPLOADED, listDefects, refuseGrantedTime, refuseSupplement } from '@xingtan/domain/material'
import { readableDay } from '@xingtan/domain/readable-time'
import type { Context } from '../../platform/context.ts'
import { officeHostsOf } from '../../platform/office-hosts.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, lockCaseFor, tellApplicant } from '../case/index.ts'
import { grantTime, proposeDueDay } from './grant-time.ts'
import { type OnlineFile, loadOnlineFile } from './online-file.ts'
import { bumpVersion, setOnlineState } from './sql-online.ts'
import { findConfirmEnd } from './window.ts'

type RequestSupplement = InputOf<typeof requestSupplementEndpoint>

interface Defect {
  readonly code: string
  readonly name: string
  readonly reasons: { code: string; note: string | null }[]
}

/** Every defect with its reasons; a material that never came has the catalogue's own. */
function collectDefects(file: OnlineFile): Defect[] {
  const defects = new Set(listDefects(file.items).map(({ code }) => code))
  return file.items
    .filter(({ code }) => defects.has(code))
    .map(({ code, name, live }) => {
      const reasons = live?.reasons ?? []
      return { code, name, reasons: reasons.length === 0 ? [{ code: NOT_UPLOADED, note: null }] : reasons }
    })
}

function describe(defects: readonly Defect[], { rule }: OnlineFile, note: string | null): string {
  const list = defects.map(({ name, reasons }, index) => {
    const why = reasons.map(({ code, note: own }) => {
      const entry = rule.reasons.find((one) => one.code === code)
      const words = own === null || own === '' ? '' : `（${own.replace(/。$/, '')}）`
      return `${entry?.sentence ?? ''}${words}${entry?.remedy ?? ''}`
    })
    return `${index + 1}. ${name}：${why.join('')}`
  })
  return [...list, ...(note === null || note === '' ? [] : [note.endsWith('。') ? note : `${note}。`])].join('')
}

/** 一次性告知: the full list of defects in one message, with the time to put them right (行政许可法 art. 32(4), APP-11). */
export async function requestSupplement(
  ctx: Context,
  input: RequestSupplement,
): Promise<OutputOf<typeof requestSupplementEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'confirm' })
    const file = await loadOnlineFile(tx, record)
    const { dueOn, dueReason, note } = input
    const proposedOn = await proposeDueDay(tx, record)
    const windowEndsOn = await findConfirmEnd(tx, record)
    throwIfRefused([
      ...refuseSupplement(
        file.items.map((item) => (item.state === 'uploaded' ? { ...item, state: 'missing' } : item)),
        note,
      ),
      ...refuseOfficeName('补正说明', note ?? '', officeHostsOf(ctx)),
      ...refuseGrantedTime({ dueOn, dueReason, proposedOn, windowEndsOn }, tx.today),
    ])
    const items = file.rule.offered ? collectDefects(file) : []
    const { round } = await grantTime(tx, {
      applicationId: record.id,
      items,
      note,
      dueOn,
      dueReason,
      requestedBy: officer.userId,
    })
    await setOnlineState(tx, record.id, 'supplement')
    const day = readableDay(dueOn)
    const messageId = await tellApplicant(tx, ctx.crypto, record, {
      sender: record.snapshot.pointName,
      template: 'material.supplement',
      sms: `您的教师资格认定材料有 ${items.length} 项需要补正，请于${day}前登录查看全部要求并处理。`,
      body: `您的材料需要补正，请在${day}前处理后再次提交：${describe(items, file, note)}`,
    })
    await bumpVersion(tx, record.id)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'time-granted', data: { round, dueOn, count: items.length, messageId } },
    ])
    tx.concerns('application', record.id, { round, dueOn, count: items.length })
    return { dueOn, count: items.length }
  })
}
