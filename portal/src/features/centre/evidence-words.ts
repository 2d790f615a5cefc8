import type { MachineState, TrustGrade } from '@xingtan/contract/evidence'
import type { Tone } from '@xingtan/ui/components/status-tag'

/** What a record is, for its sentences. */
export interface EvidenceWords {
  /** For example 普通话证书. */
  readonly name: string
  readonly source: string
  /** Names of the fields that differ from the account, as the source gives them. */
  readonly differingFields: readonly string[]
  /** What helps when the source has no such record. */
  readonly whenNotFound: string
  readonly whenMismatch: string
}

interface StateView {
  readonly tone: Tone
  /** Short word on the tag. */
  readonly tag: string
  /** What it means and what to do; undefined when nothing has to be done. */
  readonly sentence: string | undefined
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '姓名',
  documentNumber: '证件号码',
  birthOn: '出生日期',
  sex: '性别',
  status: '登记状态',
}

function namesOf(fields: readonly string[]): string {
  const names = fields.map((field) => FIELD_NAMES[field]).filter((name) => name !== undefined)
  return names.length === 0 ? '个人信息' : names.join('、')
}

/** The machine state of a record in words; a source that is down gives 待核验 and refuses nobody (PRO-9, INT-1). */
export function describeState(state: MachineState, words: EvidenceWords): StateView {
  const { name, source } = words
  switch (state) {
    case 'match':
      return { tone: 'ok', tag: '系统核验通过', sentence: undefined }
    case 'waiting':
      return {
        tone: 'wait',
        tag: '正在核验',
        sentence: `${source}正在核验，您可以继续填写，结果会自动显示在这里。`,
      }
    case 'source-down':
      return {
        tone: 'wait',
        tag: '待核验',
        sentence: `待核验：${source}暂时没有应答，系统会自动重试，您可以继续填写。`,
      }
    case 'limited':
      return {
        tone: 'wait',
        tag: '待核验',
        sentence: `待核验：${source}查询的人较多，系统会排队重试，您可以继续填写。`,
      }
    case 'mismatch':
      return {
        tone: 'stop',
        tag: '不一致',
        sentence: `${source}登记的${namesOf(words.differingFields)}与您账号的不一致。${words.whenMismatch}`,
      }
    case 'not-found':
      return { tone: 'warn', tag: '未查到', sentence: `${source}没有查到这份${name}。${words.whenNotFound}` }
  }
}

/** Who vouches for a record (PRO-9). */
export const TRUST_TITLES: Readonly<Record<TrustGrade, string>> = {
  issuer: '发证机构的数据',
  officer: '工作人员核对',
  uploaded: '本人上传',
  declared: '本人填写',
}

/** States in which an answer is still to come. */
export function isWaiting(state: MachineState | null): boolean {
  return state === 'waiting' || state === 'source-down' || state === 'limited'
}
