import type { z } from 'zod'

/** The site an endpoint is served on: `public` is the portal (host A), `office` the back office (host B). */
export type Face = 'public' | 'office'

export type Method = 'GET' | 'POST'

/**
 * Who may call: `public` needs nobody, `session` any signed-in applicant, `office` any signed-in officer;
 * every other word is a verb of `domain/src/permission.ts`. A route without a permission cannot be written.
 */
export type Permission =
  | 'public'
  | 'session'
  | 'office'
  | 'confirmation.read'
  | 'confirmation.decide'
  | 'case.read'
  | 'case.search'
  | 'vetting.run'
  | 'vetting.read-sensitive'
  | 'decision.review'
  | 'decision.approve'
  | 'decision.return'
  | 'decision.hold'
  | 'decision.move'
  | 'decision.correct'
  | 'decision.reconsider'
  | 'case.supervise'
  | 'confirmation.online'
  | 'medical.record'
  | 'thread.write'
  | 'account.serve'
  | 'agency.manage'
  | 'agency.profile'
  | 'agency.work-info'
  | 'staff.manage'
  | 'staff.secure'
  | 'emergency.open'
  | 'custody.manage'
  | 'audit.read'
  | 'policy.edit'
  | 'window.edit'
  | 'plan.edit'
  | 'training.record'
  | 'point.manage'
  | 'appointment.manage'
  | 'appointment.call'
  | 'restriction.enter'
  | 'restriction.review'
  | 'restriction.work'
  | 'notice.edit'
  | 'notice.approve'
  | 'consultation.handle'
  | 'channel.read'
  | 'channel.post'

/** How the body travels: JSON by default, `file` is one multipart file with the input's fields beside it. */
export type BodyKind = 'json' | 'file'

export interface EndpointShape<Input extends z.ZodType, Output extends z.ZodType> {
  /** `<module>.<verb-noun>`; also the name of its audit event. */
  readonly name: string
  readonly face: Face
  readonly method: Method
  /** Path with `:params`; each parameter is a field of the input. */
  readonly path: `/api/${string}`
  readonly permission: Permission
  readonly input: Input
  readonly output: Output
  readonly body?: BodyKind
  /** GET endpoints that stream a file answer `binary`; their output schema is not used. */
  readonly reply?: 'json' | 'binary'
  /**
   * A legal act: the officer's key signs this very input anew before it happens, however long the session is open
   * (S-036). A function says which inputs are acts, where the endpoint also tries things out. Such a use case writes by
   * `ctx.command` alone; its input is JSON, without a file, and its path parameters are text.
   */
  readonly needsKey?: true | NeedsKey<z.output<Input>>
}

/** Written as a method, so that an endpoint of a narrower input still counts as an endpoint. */
type NeedsKey<Input> = { ask(input: Input): boolean }['ask']

/** One typed value per endpoint, used by server, both sites, journeys and benches. */
export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  shape: EndpointShape<Input, Output>,
): EndpointShape<Input, Output> {
  return shape
}

/** Whether this call needs a fresh signature of the officer's key. */
export function isKeyNeeded(shape: AnyEndpoint, input: unknown): boolean {
  const { needsKey } = shape
  return typeof needsKey === 'function' ? needsKey(input) : needsKey === true
}

export type AnyEndpoint = EndpointShape<z.ZodType, z.ZodType>
export type InputOf<E extends AnyEndpoint> = z.input<E['input']>
export type OutputOf<E extends AnyEndpoint> = z.output<E['output']>
