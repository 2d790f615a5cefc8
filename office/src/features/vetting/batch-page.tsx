import type { OutputOf } from '@xingtan/contract/endpoint'
import { VETTING_WAY_TITLES, getVettingBatchEndpoint } from '@xingtan/contract/office/vetting'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { VETTING_WORDS } from '../../components/vetting-words.ts'
import { whilePresent } from '../../session/presence.ts'
import { batchState } from './batch-state.ts'
import { ExportPanel } from './export-panel.tsx'
import { ImportPanel } from './import-panel.tsx'
import { VettingNav } from './vetting-nav.tsx'
import './vetting.css'

type Detail = OutputOf<typeof getVettingBatchEndpoint>
type Person = Detail['people'][number]

const REFRESH_MS = 10_000

/** One batch: how far it has come, the list out, the answers in; never what was found. */
export function BatchPage() {
  const { batchId = '' } = useParams()
  const detail = useEndpoint(
    getVettingBatchEndpoint,
    { batchId },
    { refetchInterval: ({ state }) => (state.data?.batch.state === 'answered' ? false : whilePresent(REFRESH_MS)) },
  )
  return (
    <Page title="核查批次" lead={<Link to="/vetting">返回背景核查</Link>}>
      <VettingNav />
      <QueryState query={detail} skeletonLines={8}>
        {(found) => <Batch detail={found} />}
      </QueryState>
    </Page>
  )
}

const PEOPLE: readonly Column<Person>[] = [
  {
    key: 'number',
    title: '报名号',
    cell: ({ applicationId, registrationNumber }) => <Link to={`/cases/${applicationId}`}>{registrationNumber}</Link>,
  },
  { key: 'name', title: '姓名', cell: ({ name }) => name },
  {
    key: 'state',
    title: '进度',
    cell: ({ isAnswered }) => (
      <StatusTag tone={isAnswered ? 'ok' : 'wait'}>{isAnswered ? '已返回' : '等待结果'}</StatusTag>
    ),
  },
]

function Batch({ detail }: { readonly detail: Detail }) {
  const { batch, people } = detail
  const { tone, title } = batchState(batch)
  const isOut = batch.way === 'file' && batch.state !== 'answered'
  return (
    <div className="vetting-stack">
      <section aria-labelledby="batch-head">
        <div className="section-head">
          <h2 id="batch-head">
            {VETTING_WORDS[batch.kind].title}
            <span className="section-count">
              {' '}
              {batch.policeOfficeName ?? '统一核查接口'}（{VETTING_WAY_TITLES[batch.way]}）
            </span>
          </h2>
          <StatusTag tone={tone}>{title}</StatusTag>
        </div>
        <p className="batch-progress">
          <progress max={batch.count} value={batch.answered} aria-label="已返回件数" />
          <span>
            {formatInstantShort(batch.requestedAt)}发起，已返回 {batch.answered} / {batch.count} 件。
          </span>
        </p>
      </section>
      {batch.way === 'file' && <ExportPanel batchId={batch.batchId} exports={detail.exports} isOpen={isOut} />}
      {batch.way === 'file' && <ImportPanel batchId={batch.batchId} files={detail.answerFiles} isOpen={isOut} />}
      <section aria-labelledby="batch-people">
        <div className="section-head">
          <h2 id="batch-people">
            名单 <span className="section-count">{people.length} 件</span>
          </h2>
        </div>
        <DataTable caption="本批名单" columns={PEOPLE} rows={people} rowKey={({ applicationId }) => applicationId} />
      </section>
    </div>
  )
}
