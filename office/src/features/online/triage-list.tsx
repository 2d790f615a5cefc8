import type { OnlineCase } from '@xingtan/contract/office/material'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'

type Line = OnlineCase['lines'][number]

const RESULTS: Readonly<Record<Line['result'], { readonly tone: Tone; readonly title: string }>> = {
  pass: { tone: 'ok', title: '相符' },
  attention: { tone: 'warn', title: '需留意' },
  fail: { tone: 'stop', title: '不符' },
  waiting: { tone: 'wait', title: '等待结果' },
  'not-needed': { tone: 'neutral', title: '无电子核验' },
}

const NEEDS: Readonly<Record<Line['need'], string>> = {
  nothing: '',
  upload: '需要上传材料',
  amend: '需要修改报名信息',
  visit: '需要到现场核验',
}

/** What each source says, how fresh it is, and what it asks of the person (domain §9.3). */
export function TriageList({ lines }: Pick<OnlineCase, 'lines'>) {
  return (
    <ul className="triage-list">
      {lines.map(({ code, title, source, result, freshness, need }) => (
        <li key={code} data-need={need}>
          <span className="triage-title">{title}</span>
          <StatusTag tone={RESULTS[result].tone}>{RESULTS[result].title}</StatusTag>
          <span className="quiet">
            {source}
            {freshness === 'stale' && '，结果已过有效天数'}
          </span>
          {need !== 'nothing' && <span className="triage-need">{NEEDS[need]}</span>}
        </li>
      ))}
    </ul>
  )
}
