import './notice.css'
import { BUSINESS_TITLES, getNoticeEndpoint } from '@xingtan/contract/notice'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { RichText } from '@xingtan/ui/components/rich-text'
import { formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { NoticeList } from './notice-list.tsx'

type Notice = OutputOf<typeof getNoticeEndpoint>

const sizeOf = (bytes: number) =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

/** An address that is no id, one never out and one taken down: the last says so. */
function Gone({ isOver }: { readonly isOver: boolean }) {
  return (
    <>
      <PageTitle title={isOver ? '这条公告已经撤下' : '没有找到这条公告'} />
      <EmptyState title={isOver ? '公告已到期或被发布机构撤下' : '请检查地址是否完整'}>
        <div className="button-row">
          <LinkButton to={paths.notices}>查看现行公告</LinkButton>
        </div>
      </EmptyState>
    </>
  )
}

function Attachments({ notice }: { readonly notice: Notice }) {
  if (notice.attachments.length === 0) return null
  return (
    <section className="notice-part" aria-labelledby="notice-attachments">
      <h2 id="notice-attachments">附件</h2>
      <ul>
        {notice.attachments.map(({ attachmentId, name, bytes }) => (
          <li key={attachmentId}>
            <a href={`/api/notices/${notice.id}/attachments/${attachmentId}`}>{name}</a>{' '}
            <span className="secondary">{sizeOf(bytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 公告: one announcement while it is out, with its attachments and others of the same office (PUB-1, PUB-5). */
export function NoticeRoute() {
  const { noticeId = '' } = useParams()
  const query = useEndpoint(getNoticeEndpoint, { noticeId })
  const status = query.error?.status
  if (status === 404 || status === 400 || status === 410) return <Gone isOver={status === 410} />
  return (
    <article className="text-column">
      <PageTitle
        title={query.data?.title ?? '公告'}
        lead={query.data && `${query.data.publisher}　${formatInstant(query.data.publishedAt)}`}
      />
      <QueryState query={query} skeletonLines={8}>
        {(notice) => (
          <>
            <RichText html={notice.html} />
            <Attachments notice={notice} />
            <p className="notice-scope secondary">
              适用范围：{notice.regionName}，{BUSINESS_TITLES[notice.business]}。
              {notice.takenDownAt !== null && `公布至 ${formatInstant(notice.takenDownAt)}。`}
            </p>
            {notice.related.length > 0 && (
              <section className="notice-part no-print" aria-labelledby="notice-related">
                <h2 id="notice-related">{notice.publisher}的其他公告</h2>
                <NoticeList notices={notice.related} />
              </section>
            )}
          </>
        )}
      </QueryState>
      <p className="notice-back no-print">
        <Link to={paths.notices}>返回公告列表</Link>
      </p>
    </article>
  )
}
