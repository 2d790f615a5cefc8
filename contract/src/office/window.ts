import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, line } from '../field.ts'
import { RegionCode } from '../region.ts'
import { Grounds, Preview, Proposal, Proposed } from './proposal.ts'

/** Recognition runs in both halves of the year, registration in the second alone (教资字〔2020〕1号). */
export const RoundKind = z.enum(['recognition', 'registration'], { error: '请选择业务种类。' })
export type RoundKind = z.infer<typeof RoundKind>
export const ROUND_KIND_TITLES: Readonly<Record<RoundKind, string>> = {
  recognition: '教师资格认定',
  registration: '定期注册',
}

/** What can be switched off by itself. */
export const SwitchedFunction = z.enum(['submit', 'confirm', 'certificate-query', 'register', 'conclude'], {
  error: '请选择功能。',
})
export type SwitchedFunction = z.infer<typeof SwitchedFunction>
export const SWITCHED_FUNCTION_TITLES: Readonly<Record<SwitchedFunction, string>> = {
  submit: '网报提交',
  confirm: '现场确认',
  'certificate-query': '证书查询',
  register: '账号注册',
  conclude: '审核和审批',
}

/** Where a change says which row it is about: null sets up a new one. */
const Existing = Id.nullable()
const Interval = { opensAt: Instant, closesAt: Instant }
const Sentence = line(120, '公众看到的说明').regex(/。$/, { error: '公众看到的说明须以句号结束。' })

export const WindowChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round'), id: Existing, name: line(40, '名称'), roundKind: RoundKind, ...Interval }),
  z.strictObject({ kind: z.literal('closure'), id: Existing, ...Interval, sentence: Sentence }),
  z.strictObject({
    kind: z.literal('switch'),
    id: Existing,
    function: SwitchedFunction,
    ...Interval,
    sentence: Sentence,
  }),
  z.strictObject({
    kind: z.literal('extension'),
    roundId: Id,
    provinceCode: RegionCode,
    closesAt: Instant,
    number: line(40, '文号'),
    signer: line(20, '签发人'),
  }),
])
export type WindowChange = z.infer<typeof WindowChange>

const State = z.enum(['coming', 'running', 'over'])
export const RoundRow = z.strictObject({
  roundId: Id,
  name: z.string(),
  kind: RoundKind,
  ...Interval,
  state: State,
  extensions: z.array(
    z.strictObject({
      provinceCode: z.string(),
      provinceName: z.string(),
      closesAt: Instant,
      number: z.string(),
      signer: z.string(),
      reason: z.string(),
    }),
  ),
})
export type RoundRow = z.infer<typeof RoundRow>
export const ClosureRow = z.strictObject({ closureId: Id, ...Interval, sentence: z.string(), state: State })
export type ClosureRow = z.infer<typeof ClosureRow>
export const SwitchRow = z.strictObject({
  switchId: Id,
  function: SwitchedFunction,
  ...Interval,
  sentence: z.string(),
  state: State,
})
export type SwitchRow = z.infer<typeof SwitchRow>

/** National windows, maintenance and switches of the last and the coming year, latest first. */
export const listWindowsEndpoint = endpoint({
  name: 'window.list',
  face: 'office',
  method: 'GET',
  path: '/api/windows',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({
    rounds: z.array(RoundRow),
    closures: z.array(ClosureRow),
    switches: z.array(SwitchRow),
    provinces: z.array(z.strictObject({ code: RegionCode, name: z.string() })),
    canPropose: z.boolean(),
  }),
})

/** What the change would do; changes nothing. */
export const previewWindowEndpoint = endpoint({
  name: 'window.preview',
  face: 'office',
  method: 'POST',
  path: '/api/windows/preview',
  permission: 'window.edit',
  input: z.strictObject({ change: WindowChange }),
  output: Preview,
})

export const proposeWindowEndpoint = endpoint({
  name: 'window.propose',
  face: 'office',
  method: 'POST',
  path: '/api/windows/propose',
  permission: 'window.edit',
  input: z.strictObject({ change: WindowChange, ...Grounds }),
  output: Proposed,
})

export const getWindowProposalEndpoint = endpoint({
  name: 'window.get-proposal',
  face: 'office',
  method: 'GET',
  path: '/api/window-proposals/:proposalId',
  permission: 'office',
  input: z.strictObject({ proposalId: Id }),
  output: Proposal,
})

/** Second pair of eyes: it holds at once. */
export const approveWindowEndpoint = endpoint({
  name: 'window.approve',
  face: 'office',
  method: 'POST',
  path: '/api/window-proposals/:proposalId/approve',
  permission: 'window.edit',
  input: z.strictObject({ proposalId: Id }),
  output: Done,
})
