import type { TimelineEntry } from '@xingtan/contract/application'
import { type CaseState } from '@xingtan/domain/application'
import { readableDay } from '@xingtan/domain/readable-time'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import { type CaseRecord, type EventRow, stateOf } from '../case/index.ts'

interface Window {
  readonly from: Date
  readonly to: Date
}

type Parts = Pick<TimelineEntry, 'title'> & Partial<TimelineEntry>

function entry(state: TimelineEntry['state'], parts: Parts): TimelineEntry {
  return { at: null, who: null, due: null, sentence: null, ...parts, state }
}

const EVENT_TITLES: Readonly<Partial<Record<EventRow['kind'], string>>> = {
  submitted: '提交网上报名',
  amended: '修改报名信息',
  withdrawn: '撤回申请',
  confirmed: '确认通过',
  'confirmation-refused': '确认未通过',
  returned: '退回修改',
  'diploma-recorded': '核验毕业证书',
  recognised: '认定通过',
  'not-recognised': '认定未通过',
}

/** What has happened, as far as the applicant is told; steps of the vetting are nobody's but the offices' (DEC-2). */
function toDone(event: EventRow, row: CaseRecord): TimelineEntry[] {
  const title = EVENT_TITLES[event.kind]
  if (title === undefined) return []
  const desk = event.kind === 'confirmed' || event.kind === 'confirmation-refused'
  const office = desk ? row.snapshot.pointName : row.snapshot.agencyName
  const who = { applicant: '本人', officer: office, system: '系统' }[event.actorKind]
  return [entry('done', { title, at: event.at.toISOString(), who })]
}

function confirmation(row: CaseRecord, window: Window): Parts {
  const from = readableDay(shanghaiDay(window.from))
  const due = shanghaiDay(window.to)
  return {
    title: '办理确认',
    who: row.snapshot.pointName,
    due,
    sentence: `请在${from}至${readableDay(due)}之间，带齐材料到${row.snapshot.pointName}办理；逾期不办理的，本批次申请不能继续。`,
  }
}

function conclusion(row: CaseRecord): Parts {
  const { agencyName } = row.snapshot
  const waits = row.diplomaRequired && row.diplomaEvidenceId === null
  return {
    title: '作出认定结论',
    who: agencyName,
    due: row.dueOn,
    sentence: waits
      ? `${agencyName}完成核查并核验您的毕业证书后作出结论，请取得毕业证书后及时告知认定机构。`
      : `${agencyName}完成核查、审核和审批后作出结论${row.dueProvisional ? '，期限为暂定' : ''}。`,
  }
}

function collection(row: CaseRecord): Parts {
  const isMail = row.snapshot.steps.details.collection === 'mail'
  return {
    title: '领取教师资格证书',
    who: row.snapshot.agencyName,
    sentence: isMail ? '证书制成后由认定机构邮寄给您。' : '证书制成后请按认定机构公告的时间和地点领取。',
  }
}

function toCome(state: CaseState, row: CaseRecord, window: Window): TimelineEntry[] {
  switch (state) {
    case 'awaiting-confirmation':
      return [entry('now', confirmation(row, window)), entry('next', conclusion(row)), entry('next', collection(row))]
    case 'awaiting-approval':
      return [entry('now', conclusion(row)), entry('next', collection(row))]
    case 'recognised':
      return [entry('now', collection(row))]
    default:
      return []
  }
}

/** Done, now and next of a case in plain words: who acts and by when (APP-9). */
export function describeTimeline(row: CaseRecord, events: readonly EventRow[], window: Window): TimelineEntry[] {
  const done = events.flatMap((event) => toDone(event, row))
  return [...done, ...toCome(stateOf(row), row, window)]
}
