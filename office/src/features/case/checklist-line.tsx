import type { CheckResult } from '@xingtan/contract/office/case'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { z } from 'zod'
import { basisText } from '../../components/basis-text.ts'
import { type CaseDraft, type Line, type Missing, judgementId } from './case-draft.ts'
import { JudgementFields } from './judgement-fields.tsx'

type Result = z.infer<typeof CheckResult>

const RESULTS: Readonly<Record<Result, { readonly tone: Tone; readonly title: string }>> = {
  pass: { tone: 'ok', title: '相符' },
  attention: { tone: 'warn', title: '需留意' },
  fail: { tone: 'stop', title: '不符' },
  waiting: { tone: 'wait', title: '等待结果' },
  'not-needed': { tone: 'neutral', title: '无电子核验' },
}

/** No machine looks at a paper original: an officer does. */
const AWAITED = { tone: 'act', title: '待人工核验' } as const

interface LineProps {
  readonly line: Line
  /** Its number on the page; keys 1 to 9 lead to the first nine. */
  readonly position: number
  readonly draft: CaseDraft
  readonly onDraft: (draft: CaseDraft) => void
  readonly missing: readonly Missing[]
  readonly isEditable: boolean
}

/** One requirement: what is asked, what the machine found and where, what an officer says of it. */
export function ChecklistLine({ line, position, draft, onDraft, missing, isEditable }: LineProps) {
  const { machine, human } = line
  const isAwaited = line.needsHuman && human === null && machine.result === 'not-needed'
  const { tone, title } = isAwaited ? AWAITED : RESULTS[machine.result]
  const source = [machine.source, machine.at === null ? null : formatInstantShort(machine.at)]
    .filter((part) => part !== null)
    .join('，')
  const isOpen = line.needsHuman && isEditable
  return (
    <li className="check-line" id={`${judgementId(line)}-line`} tabIndex={-1} data-result={machine.result}>
      <div className="check-head">
        <h3>
          <span className="check-number">{position}</span>
          {line.title}
        </h3>
        <StatusTag tone={tone}>{title}</StatusTag>
      </div>
      <p className="check-requirement">{line.requirement}</p>
      <p className="check-found">{machine.found}</p>
      {source !== '' && <p className="check-source">来源：{source}</p>}
      {line.basis !== null && <p className="check-source">{basisText(line.basis)}</p>}
      {isOpen && <JudgementFields line={line} draft={draft} onDraft={onDraft} missing={missing} />}
      {!isOpen && human !== null && (
        <p className="check-human">
          人工核验{human.accepted ? '相符' : '不符'}
          {human.note !== null && `：${human.note}`}
          <span className="quiet">
            {human.by}，{formatInstantShort(human.at)}
          </span>
        </p>
      )}
      {!isOpen && human === null && line.needsHuman && <p className="check-human quiet">尚未人工核验。</p>}
    </li>
  )
}
