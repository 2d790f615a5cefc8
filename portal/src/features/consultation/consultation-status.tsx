import './consultation.css'
import {
  CONSULTATION_KIND_TITLES,
  CONSULTATION_OUTCOME_TITLES,
  CONSULTATION_STATE_TITLES,
  CONSULTATION_TOPIC_TITLES,
  type ConsultationView,
} from '@xingtan/contract/consultation'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Panel } from '@xingtan/ui/components/panel'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { Timeline, type TimelineItem } from '@xingtan/ui/components/timeline'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { useEffect, useRef } from 'react'
import { EvidenceUpload } from './evidence-upload.tsx'
import { RatingForm } from './rating-form.tsx'
import { STATE_TONES } from './state-words.ts'

interface ConsultationStatusProps {
  readonly view: ConsultationView
  readonly onChanged: () => void
}

type Step = ConsultationView['steps'][number]

function titleOf({ kind, toAgencyName }: Step): string {
  if (kind === 'transferred') return `已转给${toAgencyName ?? ''}办理`
  if (kind === 'escalated') return '已超过答复期限，已报告上一级机构'
  const titles = {
    submitted: '已受理',
    'evidence-added': '已补充材料',
    assigned: '已安排人员办理',
    answered: '已答复',
    rated: '您已评价',
  }
  return titles[kind]
}

function timelineOf(view: ConsultationView): TimelineItem[] {
  const done = view.steps.map((step, index): TimelineItem => {
    return {
      id: String(index),
      kind: 'done',
      title: titleOf(step),
      when: formatInstant(step.at),
      who: step.agencyName ?? undefined,
      text: step.text === null ? undefined : <p className="consultation-text">{step.text}</p>,
    }
  })
  if (view.state === 'answered') return done
  const late = view.isOverdue
    ? '已超过答复期限，系统已报告上一级机构督促办理。'
    : '逾期未答复的，系统会报告上一级机构。'
  const now: TimelineItem = {
    id: 'now',
    kind: 'now',
    title: CONSULTATION_STATE_TITLES[view.state],
    who: view.agencyName,
    when: `最晚${formatDay(view.dueOn)}答复`,
    text: <p>{late}</p>,
  }
  return [...done, now]
}

/** Where an item stands: its way, who acts next and by when, the answer; evidence and rating below. */
export function ConsultationStatus({ view, onChanged }: ConsultationStatusProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  const { number, queryCode, outcome } = view
  return (
    <div ref={box} tabIndex={-1} className="stack">
      <Panel
        title={view.title}
        action={<StatusTag tone={STATE_TONES[view.state]}>{CONSULTATION_STATE_TITLES[view.state]}</StatusTag>}
      >
        <DefinitionList
          facts={[
            { term: '受理编号', value: number },
            {
              term: '类别和事项',
              value: `${CONSULTATION_KIND_TITLES[view.kind]}，${CONSULTATION_TOPIC_TITLES[view.topic]}`,
            },
            { term: '办理机构', value: view.agencyName },
            { term: '您写的内容', value: <span className="consultation-text">{view.body}</span> },
            ...(view.files.length === 0 ? [] : [{ term: '已收到的材料', value: `${view.files.length} 份` }]),
            ...(outcome === null ? [] : [{ term: '办理结果', value: CONSULTATION_OUTCOME_TITLES[outcome] }]),
          ]}
        />
      </Panel>
      <Panel title="办理过程">
        <Timeline items={timelineOf(view)} />
      </Panel>
      {view.state === 'answered' && (
        <Panel title="评价这次办理">
          {view.score === null ? (
            <RatingForm number={number} queryCode={queryCode} onRated={onChanged} />
          ) : (
            <p>
              您的评价：{view.score} 分，问题{view.isSolved === true ? '已' : '未'}解决。感谢您的意见。
            </p>
          )}
        </Panel>
      )}
      {view.state !== 'answered' && (
        <Panel title="补充材料">
          <EvidenceUpload number={number} queryCode={queryCode} left={view.evidenceLeft} />
        </Panel>
      )}
    </div>
  )
}
