import { VETTING_WAY_TITLES, type VettingBatch } from '@xingtan/contract/office/vetting'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { VETTING_WORDS } from '../../components/vetting-words.ts'
import { batchState } from './batch-state.ts'
import { COMMON_OFFICE } from './pending-words.ts'

/** Batches that were sent, newest first, with how far each has come. */
export function BatchList({ batches }: { readonly batches: readonly VettingBatch[] }) {
  return (
    <section aria-labelledby="batches">
      <div className="section-head">
        <h2 id="batches">已发起的批次</h2>
      </div>
      {batches.length === 0 ? (
        <EmptyState title="还没有发起过核查">
          <p>在上面的名单中选择申请人，再点「发起」。</p>
        </EmptyState>
      ) : (
        <ScrollRegion className="table-scroll" label="核查批次">
          <table className="case-table">
            <caption className="visually-hidden">核查批次</caption>
            <thead>
              <tr>
                <th scope="col">发起时间</th>
                <th scope="col">核查事项</th>
                <th scope="col">核查机关</th>
                <th scope="col">进度</th>
                <th scope="col">命中</th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {batches.map((batch) => (
                <BatchRow key={batch.batchId} batch={batch} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  )
}

function BatchRow({ batch }: { readonly batch: VettingBatch }) {
  const { tone, title } = batchState(batch)
  const office = batch.kind === 'crime' ? (batch.policeOfficeName ?? COMMON_OFFICE) : '性侵违法犯罪信息查询平台'
  return (
    <tr>
      <td className="nowrap">
        <Link to={`/vetting/batches/${batch.batchId}`}>{formatInstantShort(batch.requestedAt)}</Link>
      </td>
      <td>{VETTING_WORDS[batch.kind].title}</td>
      <td>
        {office}（{VETTING_WAY_TITLES[batch.way]}）
      </td>
      <td>
        <span className="batch-progress">
          <progress max={batch.count} value={batch.answered} aria-label="已返回件数" />
          <span className="nowrap">
            {batch.answered} / {batch.count} 件
          </span>
        </span>
      </td>
      <td>
        {batch.hits > 0 ? <StatusTag tone="stop">{`${batch.hits} 件`}</StatusTag> : <span className="quiet">无</span>}
      </td>
      <td>
        <StatusTag tone={tone}>{title}</StatusTag>
      </td>
    </tr>
  )
}
