import { ROUND_KIND_TITLES, SWITCHED_FUNCTION_TITLES, type WindowChange } from '@xingtan/contract/office/window'
import type { Preview } from '@xingtan/contract/office/proposal'
import type { Refusal } from '@xingtan/contract/problem'
import { readableMinute } from '@xingtan/domain/readable-time'
import type { Window } from '@xingtan/domain/window'
import { refuseExtension, refuseInterval, refuseRound } from '@xingtan/domain/window-change'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { listNationalWindows } from './sql.ts'
import {
  countPlansAfter,
  isOrderNumberUsed,
  listClosures,
  listProvinces,
  listRounds,
  listSwitches,
} from './sql-edit.ts'

type Extension = Extract<WindowChange, { kind: 'extension' }>
type IntervalChange = Exclude<WindowChange, Extension>

async function findExisting(tx: Tx, change: IntervalChange): Promise<(Window & { readonly kind?: string }) | null> {
  if (change.id === null) return null
  const lists = { round: listRounds, closure: listClosures, switch: listSwitches }
  const existing = (await lists[change.kind](tx)).find(({ id }) => id === change.id)
  if (existing === undefined) throw problem('window.not-found')
  return existing
}

async function refuseExtensionOrder(tx: Tx, change: Extension): Promise<Refusal[]> {
  if (!(await listProvinces(tx)).some(({ code }) => code === change.provinceCode)) {
    return [{ code: 'window.not-province', field: 'provinceCode' }]
  }
  const round = (await listNationalWindows(tx, change.provinceCode)).find(({ id }) => id === change.roundId)
  const past = (await listRounds(tx)).find(({ id }) => id === change.roundId)
  const current = round ?? past
  if (current === undefined) throw problem('window.not-found')
  const isNumberUsed = await isOrderNumberUsed(tx, change.number)
  return refuseExtension(new Date(change.closesAt), { currentClosesAt: current.closesAt, isNumberUsed }, tx.now)
}

/** Why the change may not be made now; empty means it may. */
export async function refuseWindowChange(tx: Tx, change: WindowChange): Promise<readonly Refusal[]> {
  if (change.kind === 'extension') return refuseExtensionOrder(tx, change)
  const existing = await findExisting(tx, change)
  const window = { opensAt: new Date(change.opensAt), closesAt: new Date(change.closesAt) }
  const refusals = refuseInterval({ ...window, existing }, tx.now)
  if (change.kind !== 'round') return refusals
  const others = (await listRounds(tx)).filter(({ id, kind }) => id !== change.id && kind === change.roundKind)
  const strandedPlans = change.id === null ? 0 : await countPlansAfter(tx, change.id, window.closesAt)
  return [...refusals, ...refuseRound(window, { kind: change.roundKind, others, strandedPlans })]
}

/** What the change says, line by line. */
export function toWindowFacts(change: WindowChange): { readonly term: string; readonly value: string }[] {
  const closes = { term: '结束时间', value: readableMinute(new Date(change.closesAt)) }
  if (change.kind === 'extension') {
    return [
      { term: '文号', value: change.number },
      { term: '签发人', value: change.signer },
      { term: '省份代码', value: change.provinceCode },
      closes,
    ]
  }
  const interval = [{ term: '开始时间', value: readableMinute(new Date(change.opensAt)) }, closes]
  if (change.kind === 'round') {
    return [
      { term: '名称', value: change.name },
      { term: '业务种类', value: ROUND_KIND_TITLES[change.roundKind] },
      ...interval,
    ]
  }
  const said = { term: '公众看到的说明', value: change.sentence }
  if (change.kind === 'closure') return [...interval, said]
  return [{ term: '功能', value: SWITCHED_FUNCTION_TITLES[change.function] }, ...interval, said]
}

const EFFECTS: Readonly<Record<WindowChange['kind'], string>> = {
  round: '批准后立即公布；各省计划须在这段时间之内。',
  closure: '维护期间网报提交和现场确认暂停，草稿、查询、证书核验和机构用户办理照常。',
  switch: '只关闭这一项功能，到结束时间自动恢复。',
  extension: '批准后只有这个省的计划可以延长到新的结束时间，其他省不变。',
}

/** What the change would do, beside what stands there now. */
export async function previewWindowChange(tx: Tx, change: WindowChange): Promise<Preview> {
  const existing = change.kind === 'extension' ? null : await findExisting(tx, change)
  const before: Readonly<Record<string, string>> =
    existing === null ? {} : { 开始时间: readableMinute(existing.opensAt), 结束时间: readableMinute(existing.closesAt) }
  const changes = toWindowFacts(change)
    .map(({ term, value }) => ({ title: term, before: before[term] ?? '—', after: value }))
    .filter((line) => line.before !== line.after)
  return { changes, verdicts: [], effects: [EFFECTS[change.kind]] }
}
