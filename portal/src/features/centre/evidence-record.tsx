import './centre.css'
import {
  type EvidenceKind,
  type MachineState,
  type TrustGrade,
  recheckEvidenceEndpoint,
  removeEvidenceEndpoint,
} from '@xingtan/contract/evidence'
import { Button } from '@xingtan/ui/components/button'
import { DefinitionList, type Fact } from '@xingtan/ui/components/definition-list'
import { Dialog } from '@xingtan/ui/components/dialog'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { describeState, type EvidenceWords, isWaiting, TRUST_TITLES } from './evidence-words.ts'
import { useRefreshCentre } from './use-refresh-centre.ts'

/** What every record has, whatever it proves. */
export interface EvidenceFacts {
  readonly id: string
  readonly state: MachineState
  readonly trust: TrustGrade
  readonly source: string
  readonly checkedAt: string | null
  readonly differingFields: readonly string[]
  readonly heldBy: string | null
}

export interface EvidenceRecordProps {
  readonly record: EvidenceFacts
  readonly title: string
  /** What the source said; facts it has not told yet have no value and are left out. */
  readonly facts: readonly (Omit<Fact, 'value'> & { readonly value: ReactNode | null })[]
  readonly words: Pick<EvidenceWords, 'name' | 'whenNotFound' | 'whenMismatch'>
  /** Records of these kinds may be checked again and taken away by the person. */
  readonly kind?: EvidenceKind
  /** A word of its own about a proven record, for example that it has run out. */
  readonly children?: ReactNode
}

function HeldNotice({ registrationNumber, name }: { readonly registrationNumber: string; readonly name: string }) {
  return (
    <Notice tone="info" title={`正在报名号 ${registrationNumber} 的申请中使用`}>
      <p>
        使用期间不能更改或删除这份{name}。需要更换的，请先在<Link to={paths.business}>业务平台</Link>
        修改或撤回那份申请；已经现场确认的，请联系您的认定机构。
      </p>
    </Notice>
  )
}

interface ActionsProps {
  readonly kind: EvidenceKind
  readonly record: EvidenceFacts
  readonly title: string
}

/** Asks the source again, or takes the record away after one question. */
function EvidenceActions({ kind, record, title }: ActionsProps) {
  const refresh = useRefreshCentre()
  const announce = useToast()
  const errors = useFormErrors()
  const [isAsking, setIsAsking] = useState(false)
  const recheck = useCommand(recheckEvidenceEndpoint, { onSuccess: refresh, onError: errors.refuse })
  const remove = useCommand(removeEvidenceEndpoint, {
    onSuccess: async () => {
      await refresh()
      announce(`已删除：${title}。`)
    },
    onError: (error) => {
      setIsAsking(false)
      errors.refuse(error)
    },
  })
  const input = { kind, id: record.id }
  const mayAsk = record.state === 'mismatch' || record.state === 'not-found'
  return (
    <>
      <ErrorSummary key={errors.form.attempt} {...errors.form} title="没有完成" />
      <div className="button-row">
        {mayAsk && (
          <Button
            label={`重新核验：${title}`}
            busy={recheck.isPending ? '正在提交' : undefined}
            onClick={() => recheck.mutate({ input })}
          >
            重新核验
          </Button>
        )}
        <Button kind="quiet" label={`删除：${title}`} onClick={() => setIsAsking(true)}>
          删除
        </Button>
      </div>
      <Dialog title="删除这条信息" isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <p>将从个人信息中心删除“{title}”。之后需要时，可以按编号重新添加并核验。</p>
        <div className="button-row">
          <Button
            kind="danger"
            busy={remove.isPending ? '正在删除' : undefined}
            onClick={() => remove.mutate({ input })}
          >
            删除这条信息
          </Button>
          <Button onClick={() => setIsAsking(false)}>保留</Button>
        </div>
      </Dialog>
    </>
  )
}

/** One record: what it says, how it was checked, what to do, and which application uses it (PRO-8, PRO-9). */
export function EvidenceRecord({ record, title, facts, words, kind, children }: EvidenceRecordProps) {
  const { state, source, checkedAt, heldBy, differingFields } = record
  const { tone, tag, sentence } = describeState(state, { ...words, source, differingFields })
  const known = facts.filter(({ value }) => value !== null)
  return (
    <div className="evidence">
      <Panel title={title} action={<StatusTag tone={tone}>{tag}</StatusTag>}>
        {known.length > 0 && <DefinitionList facts={known} />}
        {sentence !== undefined && tone !== 'ok' && (
          <Notice tone={tone === 'wait' || tone === 'warn' ? tone : 'stop'}>
            <p>{sentence}</p>
          </Notice>
        )}
        {children}
        <p className="evidence-checked">
          来源：{source}
          {state === 'match' && `（${TRUST_TITLES[record.trust]}）`}
          {checkedAt !== null && `　${isWaiting(state) ? '上次询问' : '核验时间'}：${formatInstant(checkedAt)}`}
        </p>
        {heldBy !== null && <HeldNotice registrationNumber={heldBy} name={words.name} />}
        {heldBy === null && kind !== undefined && !isWaiting(state) && (
          <EvidenceActions kind={kind} record={record} title={title} />
        )}
      </Panel>
    </div>
  )
}
