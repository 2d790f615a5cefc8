import type { MachineState } from '@xingtan/contract/evidence'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'

const WORDS: Readonly<Record<MachineState, { readonly tone: Tone; readonly word: string }>> = {
  waiting: { tone: 'wait', word: '正在核验' },
  'source-down': { tone: 'wait', word: '等待核验' },
  limited: { tone: 'wait', word: '等待核验' },
  match: { tone: 'ok', word: '核验一致' },
  mismatch: { tone: 'stop', word: '核验不一致' },
  'not-found': { tone: 'stop', word: '没有查到' },
}

/** What the source said of a record. */
export function RecordState({ state }: { readonly state: MachineState }) {
  const { tone, word } = WORDS[state]
  return <StatusTag tone={tone}>{word}</StatusTag>
}

/** Whether the source still owes its answer. */
export function isPending(state: MachineState): boolean {
  return state === 'waiting' || state === 'source-down' || state === 'limited'
}

export interface RecordHintProps {
  readonly state: MachineState
  /** Official name of the source, for example 学信网. */
  readonly source: string
  readonly differingFields: readonly string[]
}

/** What a pending or disproven record means for the person; nothing for a proven one. */
export function RecordHint({ state, source, differingFields }: RecordHintProps) {
  if (isPending(state)) {
    return <span className="record-hint">{source}正在核验，可先继续填写，结果会通知您。</span>
  }
  if (state === 'match') return null
  const differing = differingFields.length === 0 ? '' : `（${differingFields.join('、')}）`
  return (
    <span className="record-hint">
      {state === 'mismatch'
        ? `${source}登记的信息与您的账号不一致${differing}，请核对编号后重新核验。`
        : `${source}没有查到这个编号，请对照证书核对后重新核验。`}
    </span>
  )
}
