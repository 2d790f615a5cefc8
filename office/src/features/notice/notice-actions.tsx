import { useQueryClient } from '@tanstack/react-query'
import {
  NOTICE_STATE_TITLES,
  type OwnNotice,
  approveNoticeEndpoint,
  returnNoticeEndpoint,
  submitNoticeEndpoint,
  withdrawNoticeEndpoint,
} from '@xingtan/contract/office/notice'
import { Notice } from '@xingtan/ui/components/notice'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

type Asked = 'return' | 'withdraw'

/** What this officer may do with the announcement now; each button says what happens. */
export function NoticeActions({ notice }: { readonly notice: OwnNotice }) {
  const { noticeId, revision, state, canWrite, canDecide, needsSecond } = notice
  const announce = useToast()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Asked>()
  const done = (sentence: string): void => {
    announce(sentence)
    setAsked(undefined)
    void queryClient.invalidateQueries()
  }
  const onSuccess = (answer: { state: OwnNotice['state'] }) => done(`办理完成：${NOTICE_STATE_TITLES[answer.state]}。`)
  const submit = useCommand(submitNoticeEndpoint, { onSuccess })
  const approve = useCommand(approveNoticeEndpoint, { onSuccess })
  const seen = { noticeId, revision }
  const problem = submit.error ?? approve.error
  const isUp = state === 'out' || state === 'scheduled'
  return (
    <section className="notice-actions" aria-label="办理">
      {problem !== null && <ProblemAlert problem={problem} />}
      {state === 'submitted' && !canDecide && (
        <Notice tone="info">
          <p>已提交，由本机构另一名公告或计划管理人员审核。</p>
        </Notice>
      )}
      <div className="button-row">
        {canWrite && <Link to={`/notices/${noticeId}/edit`}>{notice.isOpen ? '修改' : '修改并形成新版本'}</Link>}
        {canWrite && state === 'draft' && (
          <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate({ input: seen })}>
            {needsSecond ? '提交审核' : '公布'}
          </Button>
        )}
        {canDecide && (
          <>
            <Button onClick={() => setAsked('return')}>退回修改</Button>
            <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate({ input: seen })}>
              审核通过并公布
            </Button>
          </>
        )}
        {canWrite && isUp && <Button onClick={() => setAsked('withdraw')}>撤下</Button>}
      </div>
      {asked !== undefined && (
        <AskReason key={asked} asked={asked} seen={seen} onDone={done} onClose={() => setAsked(undefined)} />
      )}
    </section>
  )
}

interface AskReasonProps {
  readonly asked: Asked
  readonly seen: { readonly noticeId: string; readonly revision: number }
  readonly onDone: (sentence: string) => void
  readonly onClose: () => void
}

function AskReason({ asked, seen, onDone, onClose }: AskReasonProps) {
  const [text, setText] = useState('')
  const sendBack = useCommand(returnNoticeEndpoint, { onSuccess: () => onDone('已退回，编写人可以看到意见。') })
  const withdraw = useCommand(withdrawNoticeEndpoint, { onSuccess: () => onDone('已撤下，公众不能再看到这条公告。') })
  const isReturn = asked === 'return'
  const problem = sendBack.error ?? withdraw.error
  const act = () => {
    if (isReturn) sendBack.mutate({ input: { ...seen, note: text } })
    else withdraw.mutate({ input: { noticeId: seen.noticeId, reason: text } })
  }
  return (
    <Dialog title={isReturn ? '退回修改' : '撤下公告'} onClose={onClose}>
      <p>{isReturn ? '退回后由编写人修改并重新提交。' : '撤下后公众立即不能查看，记录会归档保存。'}</p>
      <Field label={isReturn ? '退回意见' : '撤下原因'}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={3}
            maxLength={200}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" loading={sendBack.isPending || withdraw.isPending} onClick={act}>
          {isReturn ? '退回' : '撤下'}
        </Button>
      </div>
    </Dialog>
  )
}
