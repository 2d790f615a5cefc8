import { useInfiniteQuery } from '@tanstack/react-query'
import {
  FILING_KIND_TITLES,
  filePeopleEndpoint,
  listFilingsEndpoint,
  returnFilingEndpoint,
} from '@xingtan/contract/office/staff'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { call } from '@xingtan/ui/call'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { ShortForm } from '../../components/short-form.tsx'
import './staff.css'

type FilingsOutput = OutputOf<typeof listFilingsEndpoint>
type Filing = FilingsOutput['rows'][number]
type Filings = Pick<FilingsOutput, 'rows' | 'latestUntil'>

/** What waits, page after page. */
function useFilings() {
  return useInfiniteQuery<FilingsOutput, ProblemError, Filings, readonly unknown[], string | undefined>({
    queryKey: [listFilingsEndpoint.name],
    queryFn: ({ pageParam, signal }) => call(listFilingsEndpoint, pageParam ? { after: pageParam } : {}, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: ({ pages }) => ({
      rows: pages.flatMap((page) => page.rows),
      latestUntil: pages[0]?.latestUntil ?? '',
    }),
  })
}

/** 待备案: what the own agency has to file, oldest first; several at once (ACC-8, S-030). */
export function FilingsPage() {
  const filings = useFilings()
  return (
    <Page title="待备案" lead="由本机构办理的备案申请。提出人和本人不能办理；最早提出的列在前面。">
      <QueryState query={filings} skeletonLines={8}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState title="没有待办的备案申请">
              <p>下级机构提出首次备案、续期或信息变更后，会出现在这里。</p>
            </EmptyState>
          ) : (
            <>
              <FilingList found={found} />
              <MoreButton
                shownCount={found.rows.length}
                hasMore={filings.hasNextPage}
                isLoading={filings.isFetchingNextPage}
                onMore={() => void filings.fetchNextPage()}
              />
            </>
          )
        }
      </QueryState>
    </Page>
  )
}

function changesOf(filing: Filing): string {
  if (filing.kind !== 'change') return filing.reason
  const { current } = filing
  const parts = [
    current.name === filing.name ? '' : `姓名改为${filing.name}`,
    current.post === filing.post ? '' : `岗位由${current.post ?? '未填写'}改为${filing.post}`,
    current.officePhone === filing.officePhone ? '' : `办公电话改为 ${filing.officePhone ?? '无'}`,
  ].filter((part) => part !== '')
  return `${parts.join('；')}${parts.length === 0 ? '' : '。'}原因：${filing.reason}`
}

function FilingList({ found }: { readonly found: Filings }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [isFiling, setFiling] = useState(false)
  const [returning, setReturning] = useState<Filing | undefined>()
  const chosen = found.rows.filter(({ filingId }) => ids.has(filingId)).map(({ filingId }) => filingId)
  const toggle = (id: string) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setIds(next)
  }
  return (
    <>
      <div className="section-head">
        <span>已选 {chosen.length} 项</span>
        <Button type="primary" disabled={chosen.length === 0} onClick={() => setFiling(true)}>
          予以备案
        </Button>
      </div>
      <FilingTable rows={found.rows} ids={ids} onToggle={toggle} onReturn={setReturning} />
      {isFiling && (
        <ShortForm
          endpoint={filePeopleEndpoint}
          title={`予以备案：${chosen.length} 项`}
          lead={<p>首次备案从起始日期生效，续期接在原备案之后。信息变更不改变备案期限。</p>}
          lines={[
            { id: 'fromOn', label: '起始日期', hint: '不填即刻生效，例如 2026-10-12。', isOptional: true },
            { id: 'untilOn', label: '截止日期（含）', initial: found.latestUntil, hint: `最晚 ${found.latestUntil}。` },
          ]}
          submitText="予以备案"
          done="已备案，本人可以激活用户并登录。"
          onClose={() => setFiling(false)}
          toInput={({ fromOn = '', untilOn = '' }) => ({
            filingIds: chosen,
            fromOn: fromOn.trim() === '' ? null : fromOn.trim(),
            untilOn: untilOn.trim(),
          })}
        />
      )}
      {returning !== undefined && (
        <ShortForm
          endpoint={returnFilingEndpoint}
          title={`退回备案申请：${returning.name}`}
          lead={<p>退回后由提出机构修改并重新提出，已备案的内容不变。</p>}
          lines={[{ id: 'reason', label: '原因', maxLength: 200 }]}
          submitText="退回"
          isDanger
          done="已退回，原因已记录。"
          onClose={() => setReturning(undefined)}
          toInput={({ reason = '' }) => ({ filingId: returning.filingId, reason })}
        />
      )}
    </>
  )
}

interface FilingTableProps {
  readonly rows: readonly Filing[]
  readonly ids: ReadonlySet<string>
  readonly onToggle: (filingId: string) => void
  readonly onReturn: (filing: Filing) => void
}

function FilingTable({ rows, ids, onToggle, onReturn }: FilingTableProps) {
  return (
    <ScrollRegion className="table-scroll" label="待备案">
      <table className="case-table">
        <caption className="visually-hidden">待备案</caption>
        <thead>
          <tr>
            <th scope="col">选择</th>
            <th scope="col">姓名</th>
            <th scope="col">机构</th>
            <th scope="col">事项</th>
            <th scope="col">内容</th>
            <th scope="col">提出</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.filingId} data-chosen={ids.has(row.filingId)}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`选择 ${row.name}`}
                  disabled={row.isOwn}
                  checked={ids.has(row.filingId)}
                  onChange={() => onToggle(row.filingId)}
                />
              </td>
              <td>
                <Link to={`/staff/${row.personId}`}>{row.name}</Link>
                <span className="quiet nowrap"> {row.maskedNumber}</span>
              </td>
              <td>{row.agencyName}</td>
              <td className="nowrap">{FILING_KIND_TITLES[row.kind]}</td>
              <td>
                {row.post}，{row.maskedPhone}。{changesOf(row)}
              </td>
              <td>
                {row.proposedByName} <span className="nowrap">{formatInstantShort(row.proposedAt)}</span>
              </td>
              <td>
                {row.isOwn ? (
                  <span className="quiet">须由他人办理</span>
                ) : (
                  <Button size="small" onClick={() => onReturn(row)}>
                    退回
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
