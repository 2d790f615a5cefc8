import { useQueryClient } from '@tanstack/react-query'
import {
  CHANNEL_KIND_TITLES,
  getChannelSummaryEndpoint,
  listChannelPostsEndpoint,
  openChannelPostEndpoint,
} from '@xingtan/contract/office/channel'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useCallback, useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { AuthorPanel } from './author-panel.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import './channel.css'

/** One post. Opening it is kept as the reading of this person, so it is a command and not a look (ADM-7). */
export function PostPage() {
  const { postId = '' } = useParams()
  const queryClient = useQueryClient()
  const open = useCommand(openChannelPostEndpoint, {
    onSuccess: () => {
      for (const { name } of [listChannelPostsEndpoint, getChannelSummaryEndpoint]) {
        void queryClient.invalidateQueries({ queryKey: [name] })
      }
    },
  })
  const { mutate } = open
  const read = useCallback(() => mutate({ input: { postId } }), [mutate, postId])
  useEffect(read, [read])
  return (
    <Page title={open.data?.row.title ?? '通知与手册'} lead={<Link to="/channel">返回通知与手册</Link>}>
      {open.isError && <ErrorState error={open.error} onRetry={read} />}
      {open.data === undefined && !open.isError && <Skeleton lines={8} label="正在打开" />}
      {open.data !== undefined && <Post post={open.data} onChanged={read} />}
    </Page>
  )
}

interface PostProps {
  readonly post: OutputOf<typeof openChannelPostEndpoint>
  readonly onChanged: () => void
}

function Post({ post, onChanged }: PostProps) {
  const { row, files } = post
  return (
    <div className="channel-post">
      {row.isWithdrawn && (
        <Notice tone="warn" title="已撤回">
          <p>{post.withdrawnBecause}</p>
        </Notice>
      )}
      <section className="panel-flat" aria-label="内容">
        <DefinitionList
          facts={[
            { term: '类别', value: CHANNEL_KIND_TITLES[row.kind] },
            { term: '发文', value: `${row.agencyName} ${post.authorName}，${formatInstant(row.postedAt)}` },
            { term: '发给', value: row.to },
            ...(row.readBy === null ? [] : [{ term: '阅读期限', value: formatDay(row.readBy) }]),
          ]}
        />
        <p className="channel-text">{post.body}</p>
        {post.answersId !== null && (
          <p>
            <Link to={`/channel/${post.answersId}`}>查看所答复的来函</Link>
          </p>
        )}
        {files.length > 0 && (
          <ul className="channel-files" aria-label="附件">
            {files.map(({ fileId, name, bytes }) => (
              <li key={fileId}>
                <a href={`/api/channel-posts/${row.postId}/files/${fileId}`} target="_blank" rel="noreferrer">
                  {name}
                </a>
                <span className="quiet">{Math.ceil(bytes / 1024)} KB</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {post.isAddressed && row.receiptRequired && <ConfirmPanel row={row} onConfirmed={onChanged} />}
      {post.mayAnswer && (
        <p className="page-links">
          <Link to={`/channel/new?answers=${row.postId}`}>答复{row.agencyName}</Link>
        </p>
      )}
      {post.isOwn && post.counts !== null && <AuthorPanel row={row} counts={post.counts} onChanged={onChanged} />}
    </div>
  )
}
