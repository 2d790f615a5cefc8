import { describe, expect, it } from 'vitest'
import type { OnlineCase } from '@xingtan/contract/office/material'
import { type ItemDrafts, countOpen, draftOf, listUnexplained, toJudgements } from './item-draft.ts'

const anItem = (change: Partial<OnlineCase['items'][number]> = {}): OnlineCase['items'][number] => ({
  materialId: '00000000-0000-4000-8000-000000000001',
  code: 'hukou-book',
  name: '户口簿',
  why: '证明户籍所在地。',
  state: 'handed-in',
  url: null,
  bytes: 1000,
  pages: 1,
  handedInAt: null,
  reasons: [],
  ...change,
})
const said = (accepted: boolean, reasons: readonly (readonly [string, string])[] = []): ItemDrafts =>
  new Map([['00000000-0000-4000-8000-000000000001', { accepted, reasons: new Map(reasons) }]])
const NOTHING: ItemDrafts = new Map()

describe('judgements of uploaded files (APP-11)', () => {
  it('shows what stands in the record until something else is said', () => {
    const rejected = anItem({ state: 'rejected', reasons: [{ code: 'file-unreadable', note: '第二页' }] })
    expect(draftOf(anItem(), NOTHING)).toBeUndefined()
    expect(draftOf(rejected, NOTHING)).toEqual({ accepted: false, reasons: new Map([['file-unreadable', '第二页']]) })
    expect(draftOf(rejected, said(true))?.accepted).toBe(true)
  })

  it('sends only what was said, and reasons only with a rejection', () => {
    expect(toJudgements(NOTHING)).toEqual([])
    expect(toJudgements(said(true, [['file-unreadable', '']]))[0]).toMatchObject({ accepted: true, reasons: [] })
    expect(toJudgements(said(false, [['file-unreadable', ' ']]))[0]).toMatchObject({
      accepted: false,
      reasons: [{ code: 'file-unreadable', note: null }],
    })
  })

  it('names a rejection without a reason, and counts what nobody looked at', () => {
    expect(listUnexplained([anItem()], said(false))).toEqual(['户口簿'])
    expect(listUnexplained([anItem()], said(true))).toEqual([])
    expect(countOpen([anItem(), anItem({ materialId: null, state: 'missing' })], NOTHING)).toBe(1)
    expect(countOpen([anItem()], said(true))).toBe(0)
  })
})
