import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { getCaseBelowEndpoint } from '@xingtan/contract/office/supervision'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay, formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { CaseStatus } from '../../components/case-status.tsx'
import { CaseTimeline } from '../../components/case-timeline.tsx'
import { Page } from '../../components/page.tsx'
import { UrgeDialog } from './urge-dialog.tsx'
import './supervision.css'

type CaseBelow = OutputOf<typeof getCaseBelowEndpoint>

/** One case below: what was handed in and how far it has come. Every reading is an event, so it is not repeated by itself. */
export function CaseBelowPage() {
  const { applicationId = '' } = useParams()
  const query = useEndpoint(getCaseBelowEndpoint, { applicationId }, { refetchOnWindowFocus: false, staleTime: 60_000 })
  if (query.data !== undefined) return <ReadyCase read={query.data} />
  return (
    <Page title="督办件">
      <QueryState query={query} skeletonLines={12}>
        {() => null}
      </QueryState>
    </Page>
  )
}

function ReadyCase({ read }: { readonly read: CaseBelow }) {
  const [isUrging, setIsUrging] = useState(false)
  const { view, agencyName, urged } = read
  const { row } = view
  const isClosed = row.stage === 'closed'
  return (
    <Page
      title={`报名号 ${row.registrationNumber}`}
      lead={`由${agencyName}办理。您可以查看和催办，认定结论由办理机构作出。`}
      aside={
        <span className="board-aside">
          <CaseStatus status={row.status} stage={row.stage} />
          {!isClosed && (
            <Button type="primary" onClick={() => setIsUrging(true)}>
              催办
            </Button>
          )}
        </span>
      }
    >
      <div className="below-columns">
        <div>
          <section aria-labelledby="below-facts" className="board-part">
            <h2 id="below-facts">基本情况</h2>
            <DefinitionList
              facts={[
                { term: '姓名', value: row.name },
                { term: '证件号码', value: row.maskedDocumentNumber },
                { term: '资格种类/学科', value: `${QUALIFICATION_TITLES[row.qualificationType]} · ${row.subjectName}` },
                { term: '确认点', value: row.pointName },
                { term: '结论到期', value: row.dueOn === null ? '受理后起算' : formatDay(row.dueOn) },
              ]}
            />
          </section>
          {view.groups.map((group) => (
            <section key={group.title} className="board-part" aria-label={group.title}>
              <h2>{group.title}</h2>
              <DefinitionList
                facts={group.facts.map(({ label, value, source }) => ({
                  term: label,
                  value: value === '' ? '未填写' : value,
                  source: source ?? undefined,
                }))}
              />
            </section>
          ))}
        </div>
        <div>
          <section aria-labelledby="below-urged" className="board-part">
            <h2 id="below-urged">催办记录</h2>
            <Urges urged={urged} />
          </section>
          <section aria-labelledby="below-timeline" className="board-part">
            <h2 id="below-timeline">办理经过</h2>
            <CaseTimeline entries={view.timeline} />
          </section>
        </div>
      </div>
      {isUrging && (
        <UrgeDialog applicationId={row.applicationId} agencyName={agencyName} onClose={() => setIsUrging(false)} />
      )}
    </Page>
  )
}

function Urges({ urged }: Pick<CaseBelow, 'urged'>) {
  if (urged.length === 0) return <p className="quiet">还没有催办过。</p>
  return (
    <ul className="below-urges">
      {urged.map(({ at, from, note, seenAt }) => (
        <li key={at}>
          <p>{note}</p>
          <p className="quiet">
            {from}，{formatInstantShort(at)}。
            {seenAt === null ? '办理机构还没有签收。' : `办理机构已于 ${formatInstantShort(seenAt)} 签收。`}
          </p>
        </li>
      ))}
    </ul>
  )
}
