import type { Draft, DraftSteps, StepName } from '@xingtan/contract/application'
import { ProblemError } from '@xingtan/ui/problem-error'
import { changeOf, type DraftState, isSame, type SaveInput, type SaveOutput, withSteps } from './draft-state.ts'

export interface DraftPort {
  readonly save: (input: SaveInput, idempotencyKey: string) => Promise<SaveOutput>
  readonly load: () => Promise<Draft>
  readonly newKey: () => string
}

export interface DraftSaver {
  readonly getState: () => DraftState
  readonly subscribe: (listener: () => void) => () => void
  /** Takes what was typed at once and saves it a moment later. */
  readonly change: <Step extends StepName>(step: Step, value: DraftSteps[Step]) => void
  /** Saves now; true when the server holds everything. */
  readonly flush: () => Promise<boolean>
  /** Whether something typed is not on the server yet. */
  readonly hasUnsaved: () => boolean
  /** Asks the server again, for defects that changed without this page: an answer of a source, a signature. */
  readonly refresh: () => Promise<void>
  /** The desktop accepted a signature: the server wrote it into the draft itself. */
  readonly takeSignature: (fileId: string, version: number) => void
  readonly takeNewer: () => void
  readonly keepOwn: () => void
}

const DEBOUNCE_MS = 800
const RETRY_MS = 5000

interface Attempt {
  readonly step: StepName
  readonly input: SaveInput
  readonly key: string
}

/** The same content may arrive if it is sent again: no answer came, or the server was busy. */
function isUnreached(error: unknown): boolean {
  return error instanceof ProblemError && [0, 429, 502, 503].includes(error.status)
}

/** Steps whose content the person confirms in step 5: a later change must be confirmed again. */
const REVIEWED: ReadonlySet<StepName> = new Set(['identity', 'agency', 'details'])

class Saver {
  readonly #port: DraftPort
  readonly #listeners = new Set<() => void>()
  /** Steps typed in since their last save began. */
  readonly #dirty = new Set<StepName>()
  #state: DraftState
  /** Steps as the server last confirmed them. */
  #base: DraftSteps
  /** Kept until it is answered: a save whose answer was lost is sent again with the same key, so it is done once. */
  #attempt: Attempt | undefined
  #sending: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(draft: Draft, port: DraftPort) {
    this.#port = port
    this.#base = draft.steps
    this.#state = { draft, save: { kind: 'saved', at: draft.savedAt }, newer: undefined, problem: undefined }
  }

  readonly getState = (): DraftState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly hasUnsaved = (): boolean => this.#dirty.size > 0 || this.#attempt !== undefined

  readonly change = <Step extends StepName>(step: Step, value: DraftSteps[Step]): void => {
    const { draft } = this.#state
    if (isSame(draft.steps[step], value)) return
    this.#dirty.add(step)
    let steps: DraftSteps = { ...draft.steps, [step]: value }
    if (REVIEWED.has(step) && steps.review.confirmed) {
      this.#dirty.add('review')
      steps = { ...steps, review: { confirmed: false } }
    }
    const save = this.#state.save.kind === 'offline' ? this.#state.save : { kind: 'saving' as const }
    this.#set({ draft: { ...draft, steps }, save })
    this.#schedule(DEBOUNCE_MS)
  }

  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer)
    await this.#sending
    if (this.hasUnsaved() && this.#state.newer === undefined) {
      this.#sending = this.#send().finally(() => {
        this.#sending = undefined
      })
      await this.#sending
    }
    return !this.hasUnsaved()
  }

  readonly refresh = async (): Promise<void> => {
    const draft = await this.#port.load().catch(() => undefined)
    if (draft === undefined || this.#state.newer !== undefined || draft.version < this.#state.draft.version) return
    if (this.hasUnsaved()) {
      // What was typed stays; a version somebody else wrote shows when it is saved.
      const { defects, window, photoUrl, signatureUrl } = draft
      this.#set({ draft: { ...this.#state.draft, defects, window, photoUrl, signatureUrl } })
      return
    }
    this.#base = draft.steps
    this.#set({ draft, save: { kind: 'saved', at: draft.savedAt } })
  }

  readonly takeSignature = (signatureId: string, version: number): void => {
    const { draft } = this.#state
    const details = { ...draft.steps.details, signatureId }
    this.#base = { ...this.#base, details: { ...this.#base.details, signatureId } }
    this.#set({ draft: { ...draft, version, steps: { ...draft.steps, details } } })
  }

  readonly takeNewer = (): void => {
    const { newer } = this.#state
    if (newer === undefined) return
    this.#dirty.clear()
    this.#base = newer.steps
    this.#set({ draft: newer, newer: undefined, save: { kind: 'saved', at: newer.savedAt } })
  }

  readonly keepOwn = (): void => {
    const { newer, draft } = this.#state
    if (newer === undefined) return
    this.#base = newer.steps
    const steps = withSteps(newer.steps, draft.steps, this.#dirty)
    this.#set({ draft: { ...newer, steps }, newer: undefined, save: { kind: 'saving' } })
    void this.flush()
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delayMs)
  }

  #next(): Attempt | undefined {
    const [step] = this.#dirty
    if (step === undefined) return undefined
    this.#dirty.delete(step)
    const { draftId, version, steps } = this.#state.draft
    return { step, input: { draftId, version, change: changeOf(steps, step) }, key: this.#port.newKey() }
  }

  async #send(): Promise<void> {
    this.#attempt ??= this.#next()
    while (this.#attempt !== undefined) {
      const attempt = this.#attempt
      if (this.#state.save.kind !== 'offline') this.#set({ save: { kind: 'saving' } })
      try {
        this.#settle(attempt, await this.#port.save(attempt.input, attempt.key))
      } catch (error) {
        await this.#fail(attempt, error)
        return
      }
      this.#attempt = this.#next()
    }
  }

  #settle({ step, input }: Attempt, { version, savedAt, defects }: SaveOutput): void {
    this.#base = { ...this.#base, [step]: input.change.value }
    this.#attempt = undefined
    const save = this.#dirty.size > 0 ? { kind: 'saving' as const } : { kind: 'saved' as const, at: savedAt }
    this.#set({ draft: { ...this.#state.draft, version, savedAt, defects }, save, problem: undefined })
  }

  async #fail(attempt: Attempt, error: unknown): Promise<void> {
    if (isUnreached(error)) {
      this.#set({ save: { kind: 'offline' } })
      this.#schedule(RETRY_MS)
      return
    }
    this.#attempt = undefined
    this.#dirty.add(attempt.step)
    const problem = error instanceof ProblemError ? error : undefined
    this.#set({ save: { kind: 'failed' }, problem })
    if (problem?.code === 'application.draft-conflict') await this.#compare()
  }

  /** Another window saved first. Only where both wrote into one step has the person to choose. */
  async #compare(): Promise<void> {
    const newer = await this.#port.load().catch(() => undefined)
    if (newer === undefined) return
    const own = this.#state.draft.steps
    const isApart = [...this.#dirty].every(
      (step) => isSame(newer.steps[step], this.#base[step]) || isSame(newer.steps[step], own[step]),
    )
    this.#set({ newer, problem: undefined })
    if (isApart) this.keepOwn()
  }
}

/** Keeps what is typed in one draft on the server (APP-8): one save at a time, each done once, nothing lost silently. */
export function createDraftSaver(draft: Draft, port: DraftPort): DraftSaver {
  return new Saver(draft, port)
}
