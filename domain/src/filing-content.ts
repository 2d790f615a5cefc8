import type {
  FilingContent,
  NoticeContent,
  PlanTableContent,
  PlannedBatch,
  PlannedTraining,
  SchemeContent,
} from '@xingtan/contract/office/filing'
import type { ProblemCode, Refusal } from '@xingtan/contract/problem'
import type { FilingRules } from './filing.ts'
import { readableDay } from './readable-time.ts'

/** What the content of a filing is judged by. */
export interface FilingQuestion {
  readonly rules: FilingRules
  readonly today: string
  readonly year: number
  readonly hasScan: boolean
  /** Host names of the office, which are not for the public. */
  readonly officeHosts: readonly string[]
}

/** Titles of the values that are empty. */
function missingOf(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .filter(([, value]) => value === null || value === '')
    .map(([title]) => title)
    .join('、')
}

function when(isWrong: boolean, code: ProblemCode, field: string, values?: Refusal['values']): Refusal[] {
  return isWrong ? [{ code, field, ...(values && { values }) }] : []
}

const squeeze = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase()

/** The photo rule in a notice (教资字〔2020〕1号 二(三): 各省份在工作通知中要明确照片要求), and nothing of the office (三(二)). */
function refuseNoticeText(text: string, { rules, officeHosts }: FilingQuestion): Refusal[] {
  if (text.trim() === '') return [{ code: 'filing.text-missing', field: 'text' }]
  const squeezed = squeeze(text)
  const unsaid = rules.photoWords.filter(({ wordings }) => !wordings.some((word) => squeezed.includes(squeeze(word))))
  const missing = unsaid.map(({ name }) => name).join('、')
  const found = officeHosts.find((host) => squeezed.includes(squeeze(host)))
  return [
    ...when(missing !== '', 'filing.photo-rule-missing', 'text', { missing }),
    ...when(found !== undefined, 'filing.names-office', 'text', { found: found ?? '' }),
  ]
}

function refuseNotice(content: NoticeContent, question: FilingQuestion): Refusal[] {
  const { issuedOn } = content
  const isLater = issuedOn !== null && issuedOn > question.today
  return [
    ...when(content.title === '', 'filing.title-missing', 'title'),
    ...when(content.documentNumber === '', 'filing.number-missing', 'documentNumber'),
    ...when(issuedOn === null, 'filing.issued-missing', 'issuedOn'),
    ...when(isLater, 'filing.issued-later', 'issuedOn', { today: readableDay(question.today) }),
    ...refuseNoticeText(content.text, question),
  ]
}

const isTurned = (from: string | null, to: string | null): boolean => from !== null && to !== null && to < from

function refuseBatch(batch: PlannedBatch, index: number, year: number): Refusal[] {
  const { networkFrom, networkTo, confirmFrom, confirmTo } = batch
  const row = index + 1
  const field = `batches.${index}`
  const network = { 网报开始: networkFrom, 网报结束: networkTo }
  // Registration has its own steps after 网报; 现场确认 is a matter of recognition.
  const confirm = batch.work === 'recognition' ? { 确认开始: confirmFrom, 确认结束: confirmTo } : {}
  const missing = missingOf({ 名称: batch.name, ...network, ...confirm, 预计人数: batch.expectedCount })
  const isSpring = batch.work === 'registration' && networkFrom !== null && networkFrom.slice(5) < '07-01'
  return [
    ...when(missing !== '', 'filing.batch-incomplete', field, { row, missing }),
    ...when(isTurned(networkFrom, networkTo), 'filing.batch-order', field, { row, span: '网报' }),
    ...when(isTurned(confirmFrom, confirmTo), 'filing.batch-order', field, { row, span: '确认' }),
    ...when(isSpring, 'filing.registration-spring', field, { row }),
    ...when(isOtherYear(networkFrom, year), 'filing.other-year', field, { row, unit: '个批次', year }),
  ]
}

function isOtherYear(day: string | null, year: number): boolean {
  return day !== null && Number(day.slice(0, 4)) !== year
}

function refuseTraining(training: PlannedTraining, index: number, year: number): Refusal[] {
  const { from, to, topic, place, head, expectedCount } = training
  const row = index + 1
  const field = `trainings.${index}`
  const missing = missingOf({
    开始日期: from,
    结束日期: to,
    内容: topic,
    地点: place,
    负责人: head,
    预计人数: expectedCount,
  })
  return [
    ...when(missing !== '', 'filing.training-incomplete', field, { row, missing }),
    ...when(isTurned(from, to), 'filing.training-order', field, { row }),
    ...when(isOtherYear(from, year), 'filing.other-year', field, { row, unit: '次培训', year }),
  ]
}

/** 《网报及培训计划表》 (教资字〔2020〕1号 二(一), 一(五): 每年至少要开展 1 次全省范围的培训会议). */
function refusePlanTable(content: PlanTableContent, { year }: FilingQuestion): Refusal[] {
  const hasRecognition = content.batches.some(({ work }) => work === 'recognition')
  return [
    ...when(content.head === '', 'filing.head-missing', 'head'),
    ...when(!hasRecognition, 'filing.batch-missing', 'batches'),
    ...content.batches.flatMap((batch, index) => refuseBatch(batch, index, year)),
    ...when(content.trainings.length === 0, 'filing.training-plan-missing', 'trainings'),
    ...content.trainings.flatMap((training, index) => refuseTraining(training, index, year)),
  ]
}

function refuseSchemeRows({ stages, hospitals, points }: SchemeContent): Refusal[] {
  const rows = [
    ...stages.map(({ title, from, to, responsible }, index) => ({
      code: 'filing.stage-incomplete' as const,
      field: `stages.${index}`,
      row: index + 1,
      missing: missingOf({ 环节名称: title, 开始日期: from, 结束日期: to, 责任部门和责任人: responsible }),
    })),
    ...hospitals.map(({ name, perDay }, index) => ({
      code: 'filing.hospital-incomplete' as const,
      field: `hospitals.${index}`,
      row: index + 1,
      missing: missingOf({ 医院名称: name, 每日可检人数: perDay === 0 ? null : perDay }),
    })),
    ...points.map(({ name, address, deskCount }, index) => ({
      code: 'filing.point-incomplete' as const,
      field: `points.${index}`,
      row: index + 1,
      missing: missingOf({ 名称: name, 地址: address, 窗口数: deskCount === 0 ? null : deskCount }),
    })),
  ]
  const turned = stages.flatMap(({ from, to }, index) =>
    when(isTurned(from, to), 'filing.stage-order', `stages.${index}`, { row: index + 1 }),
  )
  const incomplete = rows.flatMap(({ code, field, row, missing }) =>
    when(missing !== '', code, field, { row, missing }),
  )
  return [...incomplete, ...turned]
}

/** 实施方案: 统筹安排各环节, 分解落实到具体部门和责任人, 体检医院, 安全措施, 经费保障 (教办师〔2020〕81号 一, 二, 四(三)). */
function refuseScheme(content: SchemeContent): Refusal[] {
  const { leader, deputy, head } = content
  const missing = missingOf({ 主要领导: leader, 分管领导: deputy, 主管部门负责人: head })
  return [
    ...when(missing !== '', 'filing.leaders-missing', 'leaders', { missing }),
    ...when(content.stages.length === 0, 'filing.stage-missing', 'stages'),
    ...when(content.hospitals.length === 0, 'filing.hospital-missing', 'hospitals'),
    ...when(content.points.length === 0, 'filing.point-missing', 'points'),
    ...refuseSchemeRows(content),
    ...when(content.safety.trim() === '', 'filing.safety-missing', 'safety'),
    ...when(content.budgetAssured === null, 'filing.budget-missing', 'budgetAssured'),
  ]
}

function refuseContent(content: FilingContent, question: FilingQuestion): Refusal[] {
  if (content.kind === 'plan-table') return refusePlanTable(content, question)
  return content.kind === 'scheme' ? refuseScheme(content) : refuseNotice(content, question)
}

/** Everything that keeps a filing from being handed in, all at once (PLN-2). */
export function refuseFiling(content: FilingContent, question: FilingQuestion): Refusal[] {
  return [...refuseContent(content, question), ...when(!question.hasScan, 'filing.scan-missing', 'scan')]
}
