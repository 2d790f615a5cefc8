import type { VettingBatch } from '@xingtan/contract/office/vetting'
import type { Tone } from '@xingtan/ui/components/status-tag'

const STATES: Readonly<Record<VettingBatch['state'], { readonly tone: Tone; readonly title: string }>> = {
  waiting: { tone: 'neutral', title: '等待发出' },
  sent: { tone: 'wait', title: '已发出，等待结果' },
  answered: { tone: 'ok', title: '已全部返回' },
  failed: { tone: 'stop', title: '没有成功，请重新发起' },
}

/** How a batch stands; one that goes by file first waits to be taken out. */
export function batchState({ state, way }: Pick<VettingBatch, 'state' | 'way'>) {
  return way === 'file' && state === 'waiting' ? { tone: 'warn' as const, title: '请导出名单' } : STATES[state]
}
