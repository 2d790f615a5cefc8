import { shanghaiDay, shanghaiTime } from '@xingtan/domain/shanghai-time'
import type { OpenState } from '@xingtan/domain/window'

/** `2026年9月14日 17:00` */
function words(instant: Date): string {
  const [year, month, day] = shanghaiDay(instant).split('-').map(Number)
  return `${year}年${month}月${day}日 ${shanghaiTime(instant)}`
}

interface Asked {
  readonly hasPlan: boolean
  readonly hasPoint: boolean
  readonly kind: 'network' | 'confirm'
}

type ClosedBy = 'nation' | 'maintenance' | 'province' | 'agency' | 'no-plan' | 'no-point'

/** The sentence for an opening; two of them are those of the handbook, word for word (APP-4). */
export function sentenceOfState(state: OpenState, asked: Asked): { closedBy: ClosedBy | null; sentence: string } {
  const name = asked.kind === 'network' ? '网上报名' : '现场确认'
  if (asked.hasPlan && !asked.hasPoint) {
    return { closedBy: 'no-point', sentence: '该机构未设置确认点，请联系所选的教育局。' }
  }
  if (state.kind === 'open') return { closedBy: null, sentence: `正在${name}，${words(state.closesAt)}截止。` }
  const again = state.opensAt === null ? '' : `下次开放时间为${words(state.opensAt)}。`
  if (state.level === 'maintenance') {
    return { closedBy: 'maintenance', sentence: `${state.reason ?? '系统正在维护，暂停办理。'}${again}` }
  }
  if (state.level === 'nation') return { closedBy: 'nation', sentence: `当前不在全国统一开放时间内。${again}` }
  if (!asked.hasPlan) {
    return {
      closedBy: 'no-plan',
      sentence: '该地的认定机构暂未开始业务安排或不参与认定工作，请联系认定机构咨询详细情况。',
    }
  }
  const closedBy = state.level === 'province' ? 'province' : 'agency'
  if (asked.kind === 'network')
    return { closedBy, sentence: `当前时间不在该机构的网报时间段内${again === '' ? '' : `，${again}`}` }
  return { closedBy, sentence: `当前时间不在该确认点的现场确认时间内。${again}` }
}
