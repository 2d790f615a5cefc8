import { DOCUMENT_TYPE_NAMES } from '@xingtan/contract/document'
import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  RESTRICTION_PURPOSE_TITLES,
  RESTRICTION_STATE_TITLES,
  getRestrictionEndpoint,
} from '@xingtan/contract/office/restriction'
import { RESTRICTION_KIND_TITLES } from '@xingtan/contract/restriction-kind'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { EntryActions } from './entry-actions.tsx'
import { STATE_TONES, endWords } from './state-words.ts'
import './restriction.css'

type Entry = OutputOf<typeof getRestrictionEndpoint>

/** One entry in full, its decision file, and what may be done with it. */
export function RestrictionPage() {
  const { entryId = '' } = useParams()
  const entry = useEndpoint(getRestrictionEndpoint, { entryId })
  return (
    <Page title="限制库记录详情" lead={<Link to="/restrictions">返回限制库记录</Link>}>
      <QueryState query={entry} skeletonLines={8}>
        {(found) => <Details entry={found} />}
      </QueryState>
    </Page>
  )
}

function factsOf({ row, ...entry }: Entry) {
  const optional = [
    { term: '逾期录入原因', value: entry.lateReason },
    { term: '更正原因', value: entry.correctionReason },
    { term: '复核人', value: entry.reviewedBy },
    { term: '复核时间', value: entry.reviewedAt === null ? null : formatInstant(entry.reviewedAt) },
    { term: '退回原因', value: entry.returnReason },
  ]
  return [
    { term: '姓名', value: entry.name },
    { term: '证件', value: `${DOCUMENT_TYPE_NAMES[entry.documentType]} ${entry.documentNumber}` },
    { term: '限制类型', value: RESTRICTION_KIND_TITLES[row.kind] },
    { term: '决定日期', value: formatDay(row.decidedOn) },
    { term: '限制至', value: row.endsOn === null ? endWords(null) : formatDay(row.endsOn) },
    { term: '作出决定的机关', value: entry.authority },
    { term: '决定文号', value: row.decisionNumber },
    { term: '事由', value: entry.cause },
    { term: '办理类别', value: RESTRICTION_PURPOSE_TITLES[row.purpose] },
    { term: '录入', value: `${row.agencyName} ${entry.enteredBy}，${formatInstant(row.enteredAt)}` },
    { term: '复核机构', value: entry.reviewAgencyName },
    ...optional.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }])),
  ]
}

function Details({ entry }: { readonly entry: Entry }) {
  const { row, corrects, correctedBy } = entry
  return (
    <div className="restriction-details">
      <section className="panel-flat" aria-labelledby="entry-facts">
        <div className="section-head">
          <h2 id="entry-facts">{RESTRICTION_KIND_TITLES[row.kind]}</h2>
          <StatusTag tone={STATE_TONES[row.state]}>{RESTRICTION_STATE_TITLES[row.state]}</StatusTag>
        </div>
        <DefinitionList facts={factsOf(entry)} />
        <p className="page-links">
          <a href={entry.decisionUrl}>下载处罚决定材料</a>
          {corrects !== null && <Link to={`/restrictions/${corrects}`}>查看原记录</Link>}
          {correctedBy !== null && <Link to={`/restrictions/${correctedBy}`}>查看更正后的记录</Link>}
        </p>
      </section>
      <EntryActions entry={entry} />
    </div>
  )
}
