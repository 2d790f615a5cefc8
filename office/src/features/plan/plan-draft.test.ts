import type { PlanContent } from '@xingtan/contract/plan-content'
import { describe, expect, test } from 'vitest'
import { contentText, emptyWindow, listDraftErrors, startDraft, toContent } from './plan-draft.ts'

const POINT = '0b0e6a1e-6d3e-4c39-9f0e-2b6a3c1d7f10'
const content: PlanContent = {
  phases: [
    {
      opensAt: '2026-09-14T00:30:00.000Z',
      closesAt: '2026-09-28T09:00:00.000Z',
      routes: ['national-exam'],
      personKinds: ['graduate'],
    },
  ],
  confirms: [{ opensAt: '2026-10-12T00:30:00.000Z', closesAt: '2026-10-16T09:00:00.000Z' }],
  umbrella: { opensAt: '2026-09-10T16:00:00.000Z', closesAt: '2026-12-15T16:00:00.000Z' },
  stages: [{ stage: 'county', opensAt: '2026-10-12T00:30:00.000Z', closesAt: '2026-10-16T09:00:00.000Z' }],
  decideBy: '2026-11-20',
  announceBy: '2026-09-10',
  completeBy: '2026-12-20',
  expectedCount: 400,
  points: [
    {
      pointId: POINT,
      opensAt: '2026-10-12T00:30:00.000Z',
      closesAt: '2026-10-16T09:00:00.000Z',
      deskCount: 2,
      perDesk: 40,
    },
  ],
  hospitals: [{ name: '衢州市人民医院', perDay: 80 }],
}

describe('the fields of a plan', () => {
  test('give back what was stored, and show it in Shanghai time', () => {
    const draft = startDraft(content)
    expect(draft.phases[0]).toMatchObject({ opens: '2026-09-14T08:30', closes: '2026-09-28T17:00' })
    expect(toContent(draft)).toEqual(content)
    expect(listDraftErrors(draft).size).toBe(0)
    expect(contentText(toContent(draft))).toBe(contentText(content))
  })

  test('name every entry that is half typed, and leave it out of what is judged', () => {
    const draft = startDraft(content)
    const wrong = {
      ...draft,
      confirms: [...draft.confirms, emptyWindow()],
      umbrella: { ...draft.umbrella, closes: '' },
      expectedCount: '四百',
      points: draft.points.map((point) => ({ ...point, perDesk: '0' })),
      hospitals: [...draft.hospitals, { key: 'new', name: '', perDay: '30' }],
    }
    expect([...listDraftErrors(wrong).keys()]).toEqual([
      'confirms.1',
      'umbrella',
      `points.${POINT}`,
      'expectedCount',
      'hospitals.1',
    ])
    expect(toContent(wrong)).toMatchObject({
      umbrella: null,
      expectedCount: null,
      points: [],
      confirms: content.confirms,
    })
  })

  test('an empty registration stage is simply not there yet', () => {
    expect(toContent(startDraft({ ...content, stages: [], umbrella: null }))).toMatchObject({
      stages: [],
      umbrella: null,
    })
  })
})
