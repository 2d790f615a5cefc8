import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  PAPER_KIND_TITLES,
  type VettingPaper,
  judgePaperEndpoint,
  lookAtPaperEndpoint,
} from '@xingtan/contract/office/vetting'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { useCommand } from '@xingtan/ui/use-command'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useVettingCommand } from './use-vetting-command.ts'

interface PaperDialogProps {
  readonly paper: VettingPaper
  readonly onClose: () => void
}

/** One paper with everything on it; opening it is recorded. The second person says yes or no here. */
export function PaperDialog({ paper, onClose }: PaperDialogProps) {
  const { mutate, data, error } = useCommand(lookAtPaperEndpoint, { gcTime: 0 })
  const { paperId } = paper
  useEffect(() => mutate({ input: { paperId } }), [mutate, paperId])
  return (
    <Dialog title={`${paper.name}的${PAPER_KIND_TITLES[paper.kind]}`} onClose={onClose}>
      {error !== null && <ProblemAlert problem={error} />}
      {data === undefined ? (
        error === null && <p aria-busy="true">正在读取证明。</p>
      ) : (
        <PaperFacts paper={paper} seen={data} />
      )}
      {data !== undefined && paper.state === 'recorded' && <Judgement paper={paper} onClose={onClose} />}
      {(paper.state !== 'recorded' || data === undefined) && (
        <div className="dialog-actions">
          <Button data-autofocus onClick={onClose}>
            关闭
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function PaperFacts({ paper, seen }: { paper: VettingPaper; seen: OutputOf<typeof lookAtPaperEndpoint> }) {
  if (seen.isPurged) return <p>结论作出已久，证明的内容和扫描件已按规定清除。</p>
  return (
    <>
      <DefinitionList
        facts={[
          { term: '出具机关', value: seen.issuer ?? '' },
          { term: '证明编号', value: seen.number ?? '' },
          { term: '出具日期', value: paper.issuedOn },
          { term: '有效期至', value: paper.validUntil },
          ...(seen.reason === null ? [] : [{ term: '例外原因', value: seen.reason }]),
          ...(seen.rejectReason === null ? [] : [{ term: '不予采用的原因', value: seen.rejectReason }]),
        ]}
      />
      {seen.scanUrl !== null && (
        <p>
          <a href={seen.scanUrl} target="_blank" rel="noreferrer">
            打开扫描件
          </a>
        </p>
      )}
      <p className="quiet">查看人和时间已经记录。</p>
    </>
  )
}

function Judgement({ paper, onClose }: PaperDialogProps) {
  const { paperId } = paper
  const [reason, setReason] = useState('')
  const [isRejecting, setRejecting] = useState(false)
  const judge = useVettingCommand(judgePaperEndpoint, '复核已记录。', onClose)
  const error = isRejecting && reason.trim() === '' ? '请填写不予采用的原因。' : undefined
  if (paper.isOwn) {
    return (
      <>
        <p>证明由您登记，须由另一人复核。</p>
        <div className="dialog-actions">
          <Button data-autofocus onClick={onClose}>
            关闭
          </Button>
        </div>
      </>
    )
  }
  return (
    <form
      noValidate
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault()
        judge.mutate({ input: { paperId, accepted: true } })
      }}
    >
      {judge.isError && <ProblemAlert problem={judge.error} />}
      <Field label="不予采用的原因" hint="采用时不填写。" error={error}>
        {(aria) => (
          <Input {...aria} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className="dialog-actions">
        <Button
          danger
          loading={judge.isPending}
          onClick={() => {
            setRejecting(true)
            if (reason.trim() !== '') judge.mutate({ input: { paperId, accepted: false, reason: reason.trim() } })
          }}
        >
          不予采用
        </Button>
        <Button type="primary" htmlType="submit" data-autofocus loading={judge.isPending}>
          核对无误，采用
        </Button>
      </div>
    </form>
  )
}
