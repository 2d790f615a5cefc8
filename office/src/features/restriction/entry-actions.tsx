import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  getRestrictionEndpoint,
  listRestrictionWarningsEndpoint,
  listRestrictionsEndpoint,
  releaseRestrictionEndpoint,
  reviewRestrictionEndpoint,
} from '@xingtan/contract/office/restriction'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { TextDialog } from '../../components/text-dialog.tsx'

type Entry = OutputOf<typeof getRestrictionEndpoint>
const CHANGED = [getRestrictionEndpoint, listRestrictionsEndpoint, listRestrictionWarningsEndpoint]

/** What this officer may do with the entry, or why not. */
export function EntryActions({ entry }: { readonly entry: Entry }) {
  const actions = new Map(entry.actions.map((one) => [one.action, one]))
  const whys = [...new Set(entry.actions.flatMap(({ why }) => (why === null ? [] : [why])))]
  if (actions.size === 0) return null
  return (
    <section className="panel-flat" aria-labelledby="entry-actions">
      <h2 id="entry-actions">办理</h2>
      {whys.map((why) => (
        <p key={why} className="quiet">
          {why}
        </p>
      ))}
      {actions.get('review')?.allowed === true && <Review entry={entry} />}
      {actions.get('correct')?.allowed === true && <Correct entry={entry} />}
    </section>
  )
}

function useChanged() {
  const queryClient = useQueryClient()
  return () => {
    for (const { name } of CHANGED) void queryClient.invalidateQueries({ queryKey: [name] })
  }
}

function Review({ entry }: { readonly entry: Entry }) {
  const { entryId, purpose } = entry.row
  const announce = useToast()
  const changed = useChanged()
  const [isReturning, setReturning] = useState(false)
  const review = useCommand(reviewRestrictionEndpoint, {
    onSuccess: () => {
      announce('复核结果已登记。')
      setReturning(false)
      changed()
    },
  })
  const consequence =
    purpose === 'entry'
      ? '通过后立即在全国范围内生效，相关证书暂停使用。'
      : '通过后原记录作废，录入机构当年的录入错误计一次。'
  return (
    <>
      <p>请对照处罚决定材料核对姓名、证件号码、限制类型和日期。{consequence}</p>
      {review.isError && !isReturning && <ProblemAlert problem={review.error} />}
      <div className="section-actions">
        <Button
          type="primary"
          loading={review.isPending}
          onClick={() => review.mutate({ input: { entryId, result: 'accept' } })}
        >
          复核通过
        </Button>
        <Button onClick={() => setReturning(true)}>退回</Button>
      </div>
      {isReturning && (
        <TextDialog
          title="退回录入机构"
          lead="退回后这条记录不再暂缓认定结论，录入机构需要重新录入。"
          label="退回原因"
          maxLength={300}
          button="退回"
          isDanger
          command={review}
          onSubmit={(reason) => review.mutate({ input: { entryId, result: 'return', reason } })}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  )
}

function Correct({ entry }: { readonly entry: Entry }) {
  const { entryId } = entry.row
  const announce = useToast()
  const changed = useChanged()
  const navigate = useNavigate()
  const [isReleasing, setReleasing] = useState(false)
  const release = useCommand(releaseRestrictionEndpoint, {
    onSuccess: ({ entryId: releaseId, reviewAgencyName }) => {
      announce(`已提交，由${reviewAgencyName}复核。`)
      changed()
      void navigate(`/restrictions/${releaseId}`)
    },
  })
  return (
    <>
      <p>已生效的记录不能修改。内容有误的，请重新录入正确的记录；不应录入的，请申请撤销。两者都由上一级机构复核。</p>
      <div className="section-actions">
        <Link className="shortcut" to={`/restrictions/new?corrects=${entryId}`}>
          更正
        </Link>
        <Button danger onClick={() => setReleasing(true)}>
          撤销误录
        </Button>
      </div>
      {isReleasing && (
        <TextDialog
          title="撤销误录"
          lead="复核通过后这条记录作废，相关证书恢复使用，本机构当年的录入错误计一次。"
          label="撤销原因"
          maxLength={300}
          button="提交撤销申请"
          isDanger
          command={release}
          onSubmit={(correctionReason) => release.mutate({ input: { entryId, correctionReason } })}
          onClose={() => setReleasing(false)}
        />
      )}
    </>
  )
}
