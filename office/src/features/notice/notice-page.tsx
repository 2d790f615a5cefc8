import { BUSINESS_TITLES } from '@xingtan/contract/notice'
import { NOTICE_STATE_TITLES, type OwnNotice, getOwnNoticeEndpoint } from '@xingtan/contract/office/notice'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { RichText } from '@xingtan/ui/components/rich-text'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstant, formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { Findings } from '../../components/findings.tsx'
import { NoticeActions } from './notice-actions.tsx'
import { NOTICE_TONES } from './notice-states.ts'
import './notice.css'

const VERSION_TITLES = { draft: '草稿', submitted: '待审核', returned: '已退回', approved: '已通过' } as const

/** One announcement: where it stands, what the public reads or will read, every version, and what to do next. */
export function NoticePage() {
  const { noticeId = '' } = useParams()
  const notice = useEndpoint(getOwnNoticeEndpoint, { noticeId })
  return (
    <Page title={notice.data?.content.title ?? '公告'} aside={<Link to="/notices">全部公告</Link>}>
      <QueryState query={notice} skeletonLines={10}>
        {(own) => (
          <div className="notice-view">
            <Standing notice={own} />
            <Findings findings={own.findings} />
            <NoticeActions key={own.revision} notice={own} />
            <section className="panel-flat" aria-labelledby="notice-text">
              <h2 id="notice-text">{own.isOpen ? '拟公布内容' : '公布内容'}</h2>
              <RichText html={own.html} />
              {own.attachments.length > 0 && (
                <ul className="attachment-list">
                  {own.attachments.map(({ attachmentId, name, link }) => (
                    <li key={attachmentId}>
                      附件：<a href={link}>{name}</a>
                    </li>
                  ))}
                </ul>
              )}
            </section>
            <Versions versions={own.versions} />
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function Standing({ notice }: { readonly notice: OwnNotice }) {
  const { state, content, regionName, out } = notice
  const from = out?.publishedAt ?? content.publishedAt
  const facts = [
    { term: '状态', value: <StatusTag tone={NOTICE_TONES[state]}>{NOTICE_STATE_TITLES[state]}</StatusTag> },
    {
      term: '发布范围',
      value: `${regionName}，${BUSINESS_TITLES[content.business]}${content.isPinned ? '，置顶' : ''}`,
    },
    { term: '公布时间', value: from === null ? '审核通过后立即公布' : formatInstant(from) },
    { term: '撤下时间', value: content.takenDownAt === null ? '长期公布' : formatInstant(content.takenDownAt) },
    ...(out?.withdrawReason == null ? [] : [{ term: '撤下原因', value: out.withdrawReason }]),
    ...(content.overrideReason === null ? [] : [{ term: '放行说明', value: content.overrideReason }]),
  ]
  return <DefinitionList facts={facts} />
}

function Versions({ versions }: Pick<OwnNotice, 'versions'>) {
  return (
    <section className="panel-flat" aria-labelledby="notice-versions">
      <h2 id="notice-versions">版本记录</h2>
      <ol className="version-list" reversed>
        {versions.map(({ version, state, writtenBy, writtenAt, decidedBy, decidedAt, note }) => (
          <li key={version}>
            第 {version} 版，{VERSION_TITLES[state]}。{writtenBy}{' '}
            <span className="quiet">{formatInstantShort(writtenAt)} 编写</span>
            {decidedBy !== null && decidedAt !== null && (
              <>
                ，{decidedBy} <span className="quiet">{formatInstantShort(decidedAt)} 办理</span>
              </>
            )}
            {note !== null && <p>退回意见：{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
