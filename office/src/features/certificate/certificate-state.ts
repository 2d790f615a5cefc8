import type { Tone } from '@xingtan/ui/components/status-tag'

export type CertificateState = 'valid' | 'suspended' | 'void'

interface StateWords {
  readonly tone: Tone
  readonly title: string
}

/** How the state of a certificate is said. */
export const CERTIFICATE_STATES: Readonly<Record<CertificateState, StateWords>> = {
  valid: { tone: 'ok', title: '有效' },
  suspended: { tone: 'warn', title: '暂停使用' },
  void: { tone: 'stop', title: '已失效' },
}
