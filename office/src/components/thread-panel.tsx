import {
  getThreadEndpoint,
  listUnreadThreadsEndpoint,
  markThreadReadEndpoint,
  sendMessageEndpoint,
} from '@xingtan/contract/office/thread'
import type { ThreadMessage } from '@xingtan/contract/office/thread'
import { MESSAGE_LETTERS } from '@xingtan/contract/thread'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { hasRole, useOfficer } from '../session/officer-context.ts'
import { Field } from './field.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import './thread-panel.css'

/** 留言 of a case in both directions with a box to answer; nothing for whoever has no say in it (CNF-4). */
export function ThreadPanel({ applicationId }: { readonly applicationId: string }) {
  const officer = useOfficer()
  return hasRole(officer, 'confirm', 'review', 'approve') ? <Thread applicationId={applicationId} /> : null
}

function Thread({ applicationId }: { readonly applicationId: string }) {
  const titleId = useId()
  const query = useEndpoint(getThreadEndpoint, { applicationId }, { refetchOnWindowFocus: false, staleTime: 30_000 })
  useMarkRead(applicationId, query.data?.messages)
  return (
    <section className="thread" aria-labelledby={titleId} id="messages">
      <h3 id={titleId}>留言</h3>
      <QueryState query={query} skeletonLines={3}>
        {({ messages, templates }) => (
          <>
            {messages.length === 0 && <p className="quiet">还没有留言。</p>}
            <ol className="thread-messages">
              {messages.map((message) => (
                <Message key={message.messageId} message={message} />
              ))}
            </ol>
            <Answer applicationId={applicationId} templates={templates} />
          </>
        )}
      </QueryState>
    </section>
  )
}

/** What is shown here has been seen; said once for each reading of the thread. */
function useMarkRead(applicationId: string, messages: readonly ThreadMessage[] | undefined): void {
  const client = useQueryClient()
  const { mutate } = useCommand(markThreadReadEndpoint, {
    onSuccess: () => void client.invalidateQueries({ queryKey: [listUnreadThreadsEndpoint.name] }),
  })
  const newest = messages?.findLast(({ isFromApplicant, isRead }) => isFromApplicant && !isRead)?.messageId
  useEffect(() => {
    if (newest !== undefined) mutate({ input: { applicationId } })
  }, [applicationId, newest, mutate])
}

function Message({ message }: { readonly message: ThreadMessage }) {
  const { from, by, at, text, isFromApplicant, isRead } = message
  const seen = isFromApplicant ? (isRead ? null : '新留言') : isRead ? '申请人已读' : '申请人未读'
  return (
    <li data-side={isFromApplicant ? 'applicant' : 'office'}>
      <p className="quiet">
        {[by === null ? from : `${from}（${by}）`, formatInstantShort(at), seen]
          .filter((part) => part !== null)
          .join('，')}
      </p>
      <p className="thread-text">{text}</p>
    </li>
  )
}

interface AnswerProps {
  readonly applicationId: string
  readonly templates: readonly { readonly code: string; readonly title: string; readonly text: string }[]
}

function Answer({ applicationId, templates }: AnswerProps) {
  const announce = useToast()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const send = useCommand(sendMessageEndpoint, {
    onSuccess: () => {
      setText('')
      setTried(false)
      announce('留言已送达申请人的个人中心，当日首次留言另发短信提醒。')
      for (const { name } of [getThreadEndpoint, listUnreadThreadsEndpoint])
        void client.invalidateQueries({ queryKey: [name] })
    },
  })
  const add = (words: string) => setText(text.trim() === '' ? words : `${text}\n${words}`)
  return (
    <form
      noValidate
      className="thread-answer"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (text.trim() !== '') send.mutate({ input: { applicationId, text } })
      }}
    >
      <div className="phrases">
        {templates.map((template) => (
          <Button key={template.code} size="small" onClick={() => add(template.text)}>
            {template.title}
          </Button>
        ))}
      </div>
      <Field
        label="给申请人留言"
        hint={`发出后不能修改，最多 ${MESSAGE_LETTERS} 个字，不要写证件号码。`}
        error={tried && text.trim() === '' ? '请填写留言内容。' : undefined}
      >
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={3}
            maxLength={MESSAGE_LETTERS}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {send.error !== null && <ProblemAlert problem={send.error} />}
      <Button htmlType="submit" loading={send.isPending}>
        发送留言
      </Button>
    </form>
  )
}
