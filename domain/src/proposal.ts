import { POLICIES, isPolicyKey } from '@xingtan/contract/policy'

const NAME_OF_ROW: Readonly<Record<string, string>> = {
  round: '全国开放时间',
  closure: '系统维护',
  switch: '功能开关',
  extension: '延长开放',
}

function nameIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('name' in body)) return ''
  return typeof body.name === 'string' ? `：${body.name}` : ''
}

/** Title of what a proposal is about, from its subject `<kind>:<what>` (ADM-3, PLN-1). */
export function titleOfSubject(subject: string, body: unknown): string {
  const colon = subject.indexOf(':')
  const kind = subject.slice(0, colon)
  const what = subject.slice(colon + 1)
  if (kind === 'policy') return isPolicyKey(what) ? POLICIES[what].title : what
  if (kind === 'calendar') return `${what}年放假安排`
  return `${NAME_OF_ROW[kind] ?? kind}${nameIn(body)}`
}
