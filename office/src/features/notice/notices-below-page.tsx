import {
  type NoticeBelow,
  listNoticesBelowEndpoint,
  listTakedownsEndpoint,
  proposeTakedownEndpoint,
} from '@xingtan/contract/office/notice-takedown'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { ShortForm } from '../../components/short-form.tsx'
import { TakedownList } from './takedown-list.tsx'
import './notice.css'

const ADDRESS = '/notices/below'

/** 下级公告: what offices below have before the public; one person proposes to take it down, another decides (PUB-5). */
export function NoticesBelowPage() {
  const [search] = useSearchParams()
  const after = search.get('after')
  const notices = useEndpoint(listNoticesBelowEndpoint, after === null ? {} : { after })
  const takedowns = useEndpoint(listTakedownsEndpoint, {})
  const [chosen, setChosen] = useState<NoticeBelow>()
  return (
    <Page
      title="下级公告"
      lead="下级机构正在公布的公告。内容有误或者不得公开的，由一人提出撤下、另一人审核，撤下后公众立即不能查看，下级机构会看到原因。"
      aside={<Link to="/notices">本机构的公告</Link>}
    >
      <TakedownList rows={takedowns.data?.rows ?? []} />
      <QueryState query={notices} skeletonLines={8}>
        {({ rows, after: next }) =>
          rows.length === 0 ? (
            <EmptyState title="下级机构没有正在公布的公告">
              <p>下级机构公布以后会出现在这里。</p>
            </EmptyState>
          ) : (
            <>
              <BelowTable rows={rows} onPropose={setChosen} />
              <nav className="page-links" aria-label="翻页">
                {after !== null && <Link to={ADDRESS}>回到最新</Link>}
                {next !== null && <Link to={`${ADDRESS}?after=${encodeURIComponent(next)}`}>更早的公告</Link>}
              </nav>
            </>
          )
        }
      </QueryState>
      {chosen !== undefined && (
        <ShortForm
          endpoint={proposeTakedownEndpoint}
          title={`提出撤下：${chosen.title}`}
          lead={<p>由{chosen.agencyName}公布。提出后须由本机构另一名公告或计划管理人员审核，审核以前公众仍可查看。</p>}
          lines={[{ id: 'reason', label: '撤下原因', hint: '下级机构可以看到。', maxLength: 200, rows: 3 }]}
          submitText="提出撤下"
          isDanger
          done="已提出，等待另一名工作人员审核。"
          toInput={({ reason = '' }) => ({ noticeId: chosen.noticeId, reason })}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  )
}

interface BelowTableProps {
  readonly rows: readonly NoticeBelow[]
  readonly onPropose: (row: NoticeBelow) => void
}

function BelowTable({ rows, onPropose }: BelowTableProps) {
  return (
    <ScrollRegion className="table-scroll" label="下级公告列表">
      <table className="case-table">
        <caption className="visually-hidden">下级公告</caption>
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col">机构</th>
            <th scope="col">公布时间</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.noticeId}>
              <td>{row.title}</td>
              <td>{row.agencyName}</td>
              <td className="nowrap">{formatInstantShort(row.publishedAt)}</td>
              <td>
                {row.isProposed ? (
                  <StatusTag tone="wait">已提出撤下</StatusTag>
                ) : (
                  <Button size="small" aria-label={`提出撤下${row.title}`} onClick={() => onPropose(row)}>
                    提出撤下
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
