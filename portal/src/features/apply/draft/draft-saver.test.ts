import type { Draft } from '@xingtan/contract/application'
import { EMPTY_STEPS } from '@xingtan/contract/empty-steps'
import { clientProblem } from '@xingtan/ui/client-problem'
import { ProblemError } from '@xingtan/ui/problem-error'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftSaver, type DraftPort } from './draft-saver.ts'
import type { SaveInput, SaveOutput } from './draft-state.ts'
import { resumeStep, stepStates } from './step-state.ts'

const EMPTY: Draft = {
  draftId: '11111111-1111-4111-8111-111111111111',
  version: 1,
  savedAt: '2026-09-14T01:00:00.000Z',
  steps: EMPTY_STEPS,
  defects: [{ step: 'agreement', field: 'agreed', code: 'x', sentence: '请勾选。', basis: null }],
  photoUrl: null,
  signatureUrl: null,
  amendsRegistrationNumber: null,
  window: null,
}

function conflict(): ProblemError {
  const document = { ...clientProblem('client.unavailable', { status: 409 }), code: 'application.draft-conflict' }
  return new ProblemError(document)
}

function offline(): ProblemError {
  return new ProblemError(clientProblem('client.offline'))
}

interface Sent {
  readonly input: SaveInput
  readonly key: string
}

/** A server of one draft: `answers` are used up first, then every save succeeds. */
function createServer(answers: (Error | 'done')[] = [], newer: Draft = EMPTY) {
  const sent: Sent[] = []
  let keys = 0
  const port: DraftPort = {
    save: async (input, key): Promise<SaveOutput> => {
      sent.push({ input, key })
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return { version: input.version + 1, savedAt: '2026-09-14T06:03:00.000Z', defects: [] }
    },
    load: async () => newer,
    newKey: () => {
      keys += 1
      return `key-${keys}`
    },
  }
  return { sent, port }
}

const AGREED = { agreed: true, offenceQueryAuthorised: false }

describe('the draft while it is being written (APP-8)', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('saves what was typed once, a moment after the last change, and says when', async () => {
    const { sent, port } = createServer()
    const saver = createDraftSaver(EMPTY, port)
    saver.change('agreement', AGREED)
    saver.change('agreement', { agreed: true, offenceQueryAuthorised: true })
    expect(sent).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent.map(({ input }) => input.change.value)).toEqual([{ agreed: true, offenceQueryAuthorised: true }])
    expect(saver.getState().save).toEqual({ kind: 'saved', at: '2026-09-14T06:03:00.000Z' })
    expect(saver.getState().draft).toMatchObject({ version: 2, defects: [] })
  })

  it('sends a save whose answer was lost again with the same key before anything newer', async () => {
    const { sent, port } = createServer([offline()])
    const saver = createDraftSaver(EMPTY, port)
    saver.change('agreement', AGREED)
    await vi.advanceTimersByTimeAsync(1000)
    expect(saver.getState().save.kind).toBe('offline')
    saver.change('notices', { read: true })
    await vi.advanceTimersByTimeAsync(6000)
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-2'])
    expect(sent.map(({ input }) => input.version)).toEqual([1, 1, 2])
    expect(saver.hasUnsaved()).toBe(false)
  })

  it('keeps both contents and lets the person choose when two windows wrote into one step (R-041)', async () => {
    const newer: Draft = {
      ...EMPTY,
      version: 5,
      steps: { ...EMPTY.steps, agreement: { agreed: false, offenceQueryAuthorised: true } },
    }
    const { sent, port } = createServer([conflict()], newer)
    const saver = createDraftSaver(EMPTY, port)
    saver.change('agreement', AGREED)
    await vi.advanceTimersByTimeAsync(1000)
    expect(saver.getState().newer).toBe(newer)
    expect(saver.getState().draft.steps.agreement).toEqual(AGREED)
    saver.keepOwn()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.at(-1)?.input).toMatchObject({ version: 5, change: { step: 'agreement', value: AGREED } })
  })

  it('takes the newer content when the person wants it and saves nothing over it', async () => {
    const newer: Draft = { ...EMPTY, version: 5, steps: { ...EMPTY.steps, agreement: AGREED } }
    const { sent, port } = createServer([conflict()], newer)
    const saver = createDraftSaver(EMPTY, port)
    saver.change('agreement', { agreed: true, offenceQueryAuthorised: true })
    await vi.advanceTimersByTimeAsync(1000)
    saver.takeNewer()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saver.getState().draft).toBe(newer)
    expect(sent).toHaveLength(1)
  })

  it('joins the work of two windows that wrote into different steps without asking', async () => {
    const newer: Draft = { ...EMPTY, version: 3, steps: { ...EMPTY.steps, notices: { read: true } } }
    const { sent, port } = createServer([conflict()], newer)
    const saver = createDraftSaver(EMPTY, port)
    saver.change('agreement', AGREED)
    await vi.advanceTimersByTimeAsync(1000)
    expect(saver.getState().newer).toBeUndefined()
    expect(sent.map(({ input }) => input.version)).toEqual([1, 3])
    expect(saver.getState().draft.steps).toMatchObject({ agreement: AGREED, notices: { read: true } })
  })

  it('asks for the confirmation of step 5 again when what was confirmed changes', () => {
    const { port } = createServer()
    const saver = createDraftSaver({ ...EMPTY, steps: { ...EMPTY.steps, review: { confirmed: true } } }, port)
    saver.change('details', { ...EMPTY.steps.details, collection: 'self' })
    expect(saver.getState().draft.steps.review.confirmed).toBe(false)
  })
})

describe('the list of steps', () => {
  it('calls a step wrong only after the person tried to leave it or came back to it', () => {
    const written: Draft = {
      ...EMPTY,
      steps: { ...EMPTY.steps, agreement: { agreed: false, offenceQueryAuthorised: true } },
    }
    expect(stepStates(EMPTY, 'agreement', new Set())[0]?.state).toBe('todo')
    expect(stepStates(written, 'agreement', new Set())[0]?.state).toBe('todo')
    expect(stepStates(written, 'identity', new Set())[0]).toMatchObject({ state: 'attention', openCount: 1 })
    expect(stepStates(EMPTY, 'agreement', new Set(['agreement']))[0]?.state).toBe('attention')
  })

  it('opens no step before those in front of it are done', () => {
    expect(stepStates(EMPTY, 'agreement', new Set()).map(({ isReachable }) => isReachable)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('goes on at the first step that is not done (APP-8)', () => {
    expect(resumeStep(EMPTY)).toBe('agreement')
    expect(resumeStep({ defects: [] })).toBe('promise')
  })
})
