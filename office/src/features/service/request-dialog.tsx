import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  SEEN_DOCUMENT_TITLES,
  answerCorrectionEndpoint,
  getServiceRequestEndpoint,
  listServiceRequestsEndpoint,
} from '@xingtan/contract/office/service'
import { ETHNIC_GROUPS, EthnicGroupCode, nameOfCode } from '@xingtan/contract/person-code'
import { CORRECTION_FIELD_TITLES, SERVICE_KIND_TITLES } from '@xingtan/contract/service'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { TwoChoice } from '../../components/two-choice.tsx'

type Request = OutputOf<typeof getServiceRequestEndpoint>

interface RequestDialogProps {
  readonly requestId: string
  readonly onClose: () => void
}

/** One request: what was asked and by whom, what was looked at, and the answer. */
export function RequestDialog({ requestId, onClose }: RequestDialogProps) {
  const query = useEndpoint(getServiceRequestEndpoint, { requestId }, { staleTime: 0, refetchOnWindowFocus: false })
  return (
    <Dialog title="服务申请" wide onClose={onClose}>
      <QueryState query={query} skeletonLines={6}>
        {(request) => (
          <>
            <DefinitionList facts={factsOf(request)} />
            {request.kind === 'data-correction' && request.state === 'waiting' && (
              <AnswerForm request={request} onClose={onClose} />
            )}
            {request.kind === 'phone-recovery' && request.state === 'waiting' && (
              <p className="quiet">等待期满无异议的，系统自动更换并通知新旧手机号码，不需要办理。</p>
            )}
          </>
        )}
      </QueryState>
    </Dialog>
  )
}

function factsOf(request: Request) {
  const { kind, field, wish, effectiveAt, documentSeen, answer, closedAt } = request
  const facts: readonly (readonly [string, string | null])[] = [
    ['事项', `${SERVICE_KIND_TITLES[kind]}${field === null ? '' : `（${CORRECTION_FIELD_TITLES[field]}）`}`],
    ['受理编号', request.number],
    ['姓名', request.name],
    ['证件号码', request.maskedDocumentNumber],
    ['登记的手机号码', request.maskedOldPhone],
    ['新手机号码', request.maskedNewPhone],
    ['当面查验的证件', documentSeen === null ? null : SEEN_DOCUMENT_TITLES[documentSeen]],
    ['需要更正的内容', wish],
    [
      '登记的民族',
      field === 'ethnic-group' ? (nameOfCode(ETHNIC_GROUPS, request.ethnicGroup ?? '') ?? '未填写') : null,
    ],
    ['提出时间', formatInstant(request.openedAt)],
    ['无异议生效时间', effectiveAt === null ? null : formatInstant(effectiveAt)],
    ['答复', answer],
    ['办结时间', closedAt === null ? null : formatInstant(closedAt)],
  ]
  return facts.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]))
}

function AnswerForm({ request, onClose }: { readonly request: Request; readonly onClose: () => void }) {
  const announce = useToast()
  const client = useQueryClient()
  const [isGranted, setIsGranted] = useState<boolean>()
  const [answer, setAnswer] = useState('')
  const [group, setGroup] = useState('')
  const [tried, setTried] = useState(false)
  const send = useCommand(answerCorrectionEndpoint, {
    onSuccess: () => {
      announce('已答复，短信已通知申请人。')
      void client.invalidateQueries({ queryKey: [listServiceRequestsEndpoint.name] })
      onClose()
    },
  })
  const needsGroup = request.field === 'ethnic-group' && isGranted === true
  const submit = () => {
    setTried(true)
    if (isGranted === undefined || answer.trim() === '' || (needsGroup && group === '')) return
    const ethnicGroup = needsGroup ? EthnicGroupCode.parse(group) : null
    send.mutate({
      input: { requestId: request.requestId, outcome: isGranted ? 'done' : 'declined', answer, ethnicGroup },
    })
  }
  return (
    <div className="dialog-form">
      <TwoChoice
        id="service-outcome"
        legend="办理结果"
        isLegendShown
        yes="已更正"
        no="不同意更正"
        value={isGranted}
        error={tried && isGranted === undefined ? '请选择办理结果。' : undefined}
        onChange={setIsGranted}
      />
      {needsGroup && (
        <SelectField
          id="service-group"
          label="更正后的民族"
          options={ETHNIC_GROUPS.map(({ code, name }) => ({ value: code, label: name }))}
          value={group}
          error={tried && group === '' ? '请选择更正后的民族。' : undefined}
          onChange={setGroup}
        />
      )}
      <Field
        label="答复"
        hint="写明核对了什么、怎样更正；由数据来源核验的内容，请告知到哪里更正后重新核验。最多 300 个字。"
        error={tried && answer.trim() === '' ? '请填写答复。' : undefined}
      >
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={3}
            maxLength={300}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      {send.error !== null && <ProblemAlert problem={send.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" loading={send.isPending} onClick={submit}>
          答复申请人
        </Button>
      </div>
    </div>
  )
}
