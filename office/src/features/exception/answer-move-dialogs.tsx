import {
  type CaseMove,
  answerMoveEndpoint,
  type listMovesEndpoint,
  recallMoveEndpoint,
} from '@xingtan/contract/office/case-exception'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { SelectField } from '@xingtan/ui/components/select-field'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'
import { ActWords } from '../../components/act-words.tsx'

type Points = OutputOf<typeof listMovesEndpoint>['points']

interface AnswerProps {
  readonly move: CaseMove
  readonly onClose: () => void
}

/** The case comes over to a point of this office, which decides from then on. */
export function AcceptMoveDialog({ move, points, onClose }: AnswerProps & { readonly points: Points }) {
  const [pointId, setPointId] = useState('')
  return (
    <ActForm
      endpoint={answerMoveEndpoint}
      title={`接收移送：报名号 ${move.registrationNumber ?? ''}`}
      lead={<p>接收后立即由本机构办理，已办结的环节继续有效，结论到期日不变。申请人会收到通知，报名号不变。</p>}
      input={{ moveId: move.moveId, accept: true, pointId }}
      submitText="接收"
      done="已接收，该件进入本机构的办理队列。"
      onClose={onClose}
    >
      {({ errorFor, touch }) => (
        <SelectField
          id="pointId"
          label="转到哪个确认点"
          value={pointId}
          error={errorFor('pointId')}
          onChange={(value) => {
            setPointId(value)
            touch('pointId')
          }}
          options={points.map((point) => ({ value: point.pointId, label: point.name }))}
        />
      )}
    </ActForm>
  )
}

/** The case stays where it is, and the other office reads why. */
export function DeclineMoveDialog({ move, onClose }: AnswerProps) {
  const [answer, setAnswer] = useState('')
  return (
    <ActForm
      endpoint={answerMoveEndpoint}
      title={`不接收移送：报名号 ${move.registrationNumber ?? ''}`}
      lead={<p>该件仍由{move.fromName}办理，对方会看到您写明的原因。</p>}
      input={{ moveId: move.moveId, accept: false, answer }}
      submitText="不接收"
      done="已答复不接收。"
      onClose={onClose}
    >
      {(fields) => (
        <ActWords
          fields={fields}
          id="answer"
          label="不接收的原因"
          maxLength={300}
          value={answer}
          onChange={setAnswer}
        />
      )}
    </ActForm>
  )
}

/** Nobody has answered yet: the case is offered to nobody any more. */
export function RecallMoveDialog({ move, onClose }: AnswerProps) {
  const [reason, setReason] = useState('')
  return (
    <ActForm
      endpoint={recallMoveEndpoint}
      title={`撤回移送：报名号 ${move.registrationNumber ?? ''}`}
      lead={<p>该件继续由本机构办理，{move.toName}不再能查看。需要时可以重新提出移送。</p>}
      input={{ moveId: move.moveId, reason }}
      submitText="撤回"
      done="已撤回移送。"
      onClose={onClose}
    >
      {(fields) => (
        <ActWords fields={fields} id="reason" label="撤回原因" maxLength={300} value={reason} onChange={setReason} />
      )}
    </ActForm>
  )
}
