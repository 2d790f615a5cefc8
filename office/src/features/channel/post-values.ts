import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  ChannelAudience,
  type ChannelKind,
  PostToChannel,
  type listChannelTargetsEndpoint,
} from '@xingtan/contract/office/channel'

export type Targets = OutputOf<typeof listChannelTargetsEndpoint>['targets']

export interface PostValues {
  readonly kind: ChannelKind
  readonly title: string
  readonly body: string
  /** `below`, `direct`, or the code of one agency. */
  readonly to: string
  readonly receiptRequired: boolean
  readonly readBy: string
}

/** What the form begins with: a notice down where there is somebody below, else a letter to the superior. */
export function firstValues(targets: Targets, answersId: string | null): PostValues {
  const hasBelow = targets.some(({ isAbove }) => !isAbove)
  const isNotice = hasBelow && answersId === null
  const superior = targets.find(({ isAbove }) => isAbove)?.agencyCode ?? ''
  return {
    kind: isNotice ? 'notice' : 'letter',
    title: '',
    body: '',
    to: isNotice ? 'below' : superior,
    receiptRequired: isNotice,
    readBy: '',
  }
}

/** The input of the command. */
export function toInput(
  values: PostValues,
  more: { readonly answersId: string | null; readonly fileIds: readonly string[] },
): PostToChannel {
  const audience = ChannelAudience.safeParse(values.to)
  const { kind, title, body, receiptRequired, readBy } = values
  return {
    kind,
    title,
    body,
    audience: audience.success ? audience.data : 'agency',
    toAgencyCode: audience.success ? null : values.to,
    roles: [],
    answersId: more.answersId,
    receiptRequired,
    readBy: receiptRequired && readBy !== '' ? readBy : null,
    fileIds: [...more.fileIds],
  }
}

/** The first sentence about each field that is missing or wrong. */
export function errorsOf(input: PostToChannel): Readonly<Record<string, string>> {
  const parsed = PostToChannel.safeParse(input)
  const errors: Record<string, string> = {}
  if (input.audience === 'agency' && input.toAgencyCode === '') errors['to'] = '请选择发给哪个机构。'
  if (parsed.success) return errors
  for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message
  return errors
}
