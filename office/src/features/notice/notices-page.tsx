import { BUSINESS_TITLES } from '@xingtan/contract/notice'
import { NOTICE_STATE_TITLES, NoticeShelf, listOwnNoticesEndpoint } from '@xingtan/contract/office/notice'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { NOTICE_TONES } from './notice-states.ts'
import './notice.css'

const SHELF_TITLES: Readonly<Record<NoticeShelf, string>> = {
  work: '编写和审核中',
  public: '公布和待发布',
  archive: '归档',
}
const EMPTY_TITLES: Readonly<Record<NoticeShelf, string>> = {
  work: '没有正在编写或等待审核的公告',
  public: '没有公布中或待发布的公告',
  archive: '没有已到期或撤下的公告',
}

type Row = OutputOf<typeof listOwnNoticesEndpoint>['rows'][number]

/** 公告: what the own agency writes, has out and has on file (PUB-5). */
export function NoticesPage() {
  const officer = useOfficer()
  const [search] = useSearchParams()
  const shelf = NoticeShelf.safeParse(search.get('shelf')).data ?? 'work'
  const after = search.get('after')
  const notices = useEndpoint(listOwnNoticesEndpoint, { shelf, ...(after === null ? {} : { after }) })
  return (
    <Page
      title="公告"
      lead="面向申请人的公告、通知。公布前会核对内容：不得出现机构登录网址和个人信息。"
      aside={
        <>
          {officer.agencyLevel !== 'county' && <Link to="/notices/below">下级公告</Link>}
          {hasRole(officer, 'publicity') && <Link to="/notices/new">写公告</Link>}
        </>
      }
    >
      <nav className="shelf-links" aria-label="公告分类">
        {NoticeShelf.options.map((one) => (
          <Link key={one} to={`/notices?shelf=${one}`} aria-current={one === shelf ? 'page' : undefined}>
            {SHELF_TITLES[one]}
          </Link>
        ))}
      </nav>
      <QueryState query={notices} skeletonLines={8}>
        {({ rows, after: next }) =>
          rows.length === 0 ? (
            <EmptyState title={EMPTY_TITLES[shelf]}>
              <p>{hasRole(officer, 'publicity') ? <Link to="/notices/new">写一条公告</Link> : '可以切换分类查看。'}</p>
            </EmptyState>
          ) : (
            <>
              <NoticeTable rows={rows} />
              <nav className="page-links" aria-label="翻页">
                {after !== null && <Link to={`/notices?shelf=${shelf}`}>回到最新</Link>}
                {next !== null && (
                  <Link to={`/notices?shelf=${shelf}&after=${encodeURIComponent(next)}`}>更早的公告</Link>
                )}
              </nav>
            </>
          )
        }
      </QueryState>
    </Page>
  )
}

function NoticeTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ScrollRegion className="table-scroll" label="公告列表">
      <table className="case-table">
        <caption className="visually-hidden">公告列表</caption>
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col">范围</th>
            <th scope="col">公布时间</th>
            <th scope="col">撤下时间</th>
            <th scope="col">编写</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.noticeId}>
              <td>
                <Link to={`/notices/${row.noticeId}`}>{row.title}</Link>
                {row.isPinned && <span className="quiet">（置顶）</span>}
              </td>
              <td>
                {row.regionName}
                <br />
                <span className="quiet">{BUSINESS_TITLES[row.business]}</span>
              </td>
              <td className="nowrap">
                {row.publishedAt === null ? '审核通过后' : formatInstantShort(row.publishedAt)}
              </td>
              <td className="nowrap">{row.takenDownAt === null ? '长期' : formatInstantShort(row.takenDownAt)}</td>
              <td>
                {row.writtenBy}
                <br />
                <span className="quiet nowrap">{formatInstantShort(row.writtenAt)}</span>
              </td>
              <td>
                <StatusTag tone={NOTICE_TONES[row.state]}>{NOTICE_STATE_TITLES[row.state]}</StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
