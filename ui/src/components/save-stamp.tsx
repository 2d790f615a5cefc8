import './save-stamp.css'
import { formatTime } from '../date-format.ts'
import { Icon } from './icon.tsx'

export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  /** `at` is the server's ISO instant of the saved draft. */
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed' }

const WORDS: Readonly<Record<Exclude<SaveState['kind'], 'saved'>, string>> = {
  untouched: '',
  saving: '正在保存',
  offline: '网络已断开，可继续填写，恢复后自动保存',
  failed: '尚未保存，请检查本页内容',
}

/** 「已自动保存 14:03」 beside the title; losing the connection says so and keeps typing. */
export function SaveStamp({ state }: { readonly state: SaveState }) {
  const isBad = state.kind === 'offline' || state.kind === 'failed'
  return (
    <output className={`save-stamp save-stamp-${state.kind} no-print`}>
      {state.kind === 'saved' && <Icon name="ok" size={14} />}
      {isBad && <Icon name="warn" size={14} />}
      {state.kind === 'saved' ? `已自动保存 ${formatTime(state.at)}` : WORDS[state.kind]}
    </output>
  )
}
