import { expect, test } from 'vitest'
import { needsPaper, paperValidUntil, refusePaper, refuseVerification } from './vetting-paper.ts'

const limits = { validityDays: 180, day: '2026-10-12' }
const codesOf = (wanted: Parameters<typeof refusePaper>[0], documentType: Parameters<typeof needsPaper>[0]) =>
  refusePaper(wanted, { documentType }, limits).map(({ code }) => code)
const paper = { kind: 'hongkong', issuedOn: '2026-10-01', reason: '' } as const

test('persons of Hong Kong, Macao and Taiwan prove it by paper from there (DEC-1)', () => {
  expect(needsPaper('resident-id')).toBe(false)
  for (const type of ['hmt-residence-permit', 'hk-macao-permit', 'taiwan-permit'] as const) {
    expect(needsPaper(type)).toBe(true)
  }
  expect(codesOf(paper, 'hk-macao-permit')).toEqual([])
  expect(codesOf(paper, 'hmt-residence-permit')).toEqual([])
  expect(codesOf(paper, 'taiwan-permit')).toEqual(['vetting.paper-kind'])
})

test('anybody else only by exception, with its reason', () => {
  expect(codesOf(paper, 'resident-id')).toEqual(['vetting.paper-kind'])
  expect(codesOf({ ...paper, kind: 'exception' }, 'resident-id')).toEqual(['vetting.paper-reason'])
  expect(codesOf({ ...paper, kind: 'exception', reason: '接口查无此人' }, 'resident-id')).toEqual([])
})

test('its day of issue is the first day it is good for; after the last it proves nothing', () => {
  expect(paperValidUntil('2026-04-16', 180)).toBe('2026-10-12')
  expect(codesOf({ ...paper, issuedOn: '2026-04-16' }, 'hk-macao-permit')).toEqual([])
  expect(codesOf({ ...paper, issuedOn: '2026-04-15' }, 'hk-macao-permit')).toEqual(['vetting.paper-old'])
  expect(codesOf({ ...paper, issuedOn: '2026-10-12' }, 'hk-macao-permit')).toEqual([])
  expect(codesOf({ ...paper, issuedOn: '2026-10-13' }, 'hk-macao-permit')).toEqual(['vetting.paper-future'])
})

test('recorder and verifier are two persons, and the paper still holds', () => {
  const recorded = { recorderPersonId: 'a', validUntil: '2026-10-12' }
  expect(refuseVerification(recorded, 'b', '2026-10-12')).toEqual([])
  expect(refuseVerification(recorded, 'a', '2026-10-13').map(({ code }) => code)).toEqual([
    'vetting.paper-same-person',
    'vetting.paper-run-out',
  ])
})
