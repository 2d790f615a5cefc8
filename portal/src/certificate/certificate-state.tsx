import type { OwnCertificate } from '@xingtan/contract/evidence'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'

const STATES: Readonly<Record<OwnCertificate['state'], { title: string; tone: Tone }>> = {
  valid: { title: '有效', tone: 'ok' },
  suspended: { title: '暂停', tone: 'warn' },
  void: { title: '作废', tone: 'stop' },
}

/** State of a certificate in the official word. */
export function CertificateStateTag({ state }: { readonly state: OwnCertificate['state'] }) {
  const { title, tone } = STATES[state]
  return <StatusTag tone={tone}>{title}</StatusTag>
}
