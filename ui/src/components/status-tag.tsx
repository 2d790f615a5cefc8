import './status-tag.css'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'ok' | 'warn' | 'stop' | 'wait' | 'info' | 'act' | 'neutral'

const SYMBOLS: Readonly<Record<Tone, IconName>> = {
  ok: 'ok',
  warn: 'warn',
  stop: 'stop',
  wait: 'wait',
  info: 'info',
  act: 'next',
  neutral: 'info',
}

/** A status: the official word with a symbol, never colour alone. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={`status-tag tone-${tone}`}>
      <Icon name={SYMBOLS[tone]} size={14} />
      {children}
    </span>
  )
}
