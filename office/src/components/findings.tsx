import './findings.css'
import { CONTENT_FINDING_TITLES, type ContentFinding } from '@xingtan/contract/office/content-check'
import { Notice } from '@xingtan/ui/components/notice'

/** What the check found: what has to go, and what is for the writer to judge (S-040, S-120). */
export function Findings({ findings }: { readonly findings: readonly ContentFinding[] }) {
  const blocked = findings.filter(({ severity }) => severity === 'block')
  const warned = findings.filter(({ severity }) => severity === 'warn')
  if (findings.length === 0) return null
  return (
    <div className="findings">
      {blocked.length > 0 && (
        <Notice tone="stop" title="公布前必须删去">
          <FindingList findings={blocked} />
        </Notice>
      )}
      {warned.length > 0 && (
        <Notice tone="warn" title="请核对是否可以公开">
          <FindingList findings={warned} />
        </Notice>
      )}
    </div>
  )
}

function FindingList({ findings }: { readonly findings: readonly ContentFinding[] }) {
  return (
    <ul>
      {findings.map(({ place, kind, excerpt }) => (
        <li key={`${place} ${kind} ${excerpt}`}>
          {place}：{CONTENT_FINDING_TITLES[kind]}（{excerpt}）
        </li>
      ))}
    </ul>
  )
}
