import type { OfficeRole } from '@xingtan/contract/office/session'
import { OfficeRole as Roles } from '@xingtan/contract/office/session'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FilingWish,
  decideFilingInterval,
  filingStateOf,
  latestFilingDay,
  listDelegableRoles,
  refuseCredential,
  refuseDelegation,
  refuseFiling,
  refuseFilingDays,
  refuseGrant,
} from './staff.ts'

const at = (text: string) => new Date(text)
const held = (...roles: OfficeRole[]) => roles
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('where a filing stands', () => {
  const none = { filedFrom: null, filedUntil: null, leftAt: null, lastFiling: null }
  const filed = { filedFrom: at('2026-01-01T00:00:00Z'), filedUntil: at('2027-01-01T00:00:00Z') }

  test.each([
    ['2025-12-31T23:59:59.999Z', 'later'],
    ['2026-01-01T00:00:00.000Z', 'filed'],
    ['2026-12-31T23:59:59.999Z', 'filed'],
    ['2027-01-01T00:00:00.000Z', 'expired'],
  ])('is half-open: at %s it is %s', (now, state) => {
    expect(filingStateOf({ ...none, ...filed, now: at(now) })).toBe(state)
  })

  test('tells waiting, returned and left apart', () => {
    const now = at('2026-06-01T00:00:00Z')
    expect(filingStateOf({ ...none, now })).toBe('waiting')
    expect(filingStateOf({ ...none, now, lastFiling: 'returned' })).toBe('returned')
    expect(filingStateOf({ ...none, ...filed, now: at('2027-06-01T00:00:00Z'), lastFiling: 'waiting' })).toBe('waiting')
    expect(filingStateOf({ ...none, ...filed, filedUntil: null, now })).toBe('filed')
    expect(filingStateOf({ ...none, ...filed, now, leftAt: now })).toBe('left')
  })
})

describe('days of a filing', () => {
  const wish: FilingWish = {
    kind: 'first',
    now: at('2026-10-12T02:00:00Z'),
    today: '2026-10-12',
    fromOn: null,
    untilOn: '2027-12-31',
    current: { from: null, until: null },
  }

  test('begin at once or at a later midnight and run to the end of their last day', () => {
    expect(latestFilingDay('2026-10-12')).toBe('2027-12-31')
    expect(decideFilingInterval(wish)).toEqual({ from: wish.now, until: at('2027-12-31T16:00:00Z') })
    expect(decideFilingInterval({ ...wish, fromOn: '2026-10-12' }).from).toEqual(wish.now)
    expect(decideFilingInterval({ ...wish, fromOn: '2026-11-01' }).from).toEqual(at('2026-10-31T16:00:00Z'))
  })

  test('of a renewal go on from those in force, or begin anew when they have lapsed', () => {
    const current = { from: at('2026-01-01T00:00:00Z'), until: at('2026-12-31T16:00:00Z') }
    expect(decideFilingInterval({ ...wish, kind: 'renewal', current }).from).toEqual(current.from)
    const lapsed = { ...current, until: at('2026-10-01T00:00:00Z') }
    expect(decideFilingInterval({ ...wish, kind: 'renewal', current: lapsed }).from).toEqual(wish.now)
    const shorter = { ...wish, kind: 'renewal' as const, current, untilOn: '2026-12-31' }
    expect(codes(refuseFilingDays(shorter))).toEqual(['staff.filing-until-early'])
  })

  test('are refused in the past, backwards and beyond the next year', () => {
    expect(refuseFilingDays(wish)).toEqual([])
    expect(codes(refuseFilingDays({ ...wish, untilOn: '2028-01-01' }))).toEqual(['staff.filing-until-late'])
    expect(codes(refuseFilingDays({ ...wish, untilOn: '2026-10-11' }))).toEqual(['staff.filing-until-early'])
    expect(codes(refuseFilingDays({ ...wish, fromOn: '2026-10-11' }))).toEqual(['staff.filing-from-past'])
    expect(codes(refuseFilingDays({ ...wish, fromOn: '2027-02-01', untilOn: '2027-01-31' }))).toEqual([
      'staff.filing-until-early',
    ])
  })
})

test('S-030: a filing is decided by the filing agency, not by the proposer nor by the person', () => {
  const filing = { personId: 'p', proposedBy: 'q', filingAgencyCode: '33000', filingAgencyName: '浙江省教育厅' }
  const by = (personId: string, agencyCode = '33000') => codes(refuseFiling({ personId, agencyCode }, filing))
  expect(by('r')).toEqual([])
  expect(by('p')).toEqual(['staff.filing-own'])
  expect(by('q')).toEqual(['staff.filing-own'])
  expect(by('r', '33075')).toEqual(['staff.filing-foreign'])
})

describe('grants against an independent oracle (S-030, S-031, S-041)', () => {
  /** Nation, two provinces, a county of each. */
  const PARENTS: Readonly<Record<string, string | null>> = { n: null, p: 'n', q: 'n', a: 'p', b: 'p', c: 'q' }
  const ADMINISTRATORS = new Set(['system', 'security', 'audit'])
  const chain = (code: string | null): string[] => (code === null ? [] : [code, ...chain(PARENTS[code] ?? null)])

  /** Says it in its own words: allowed only if every sentence of the requirement holds. */
  function isAllowed(facts: {
    actorAgency: string
    agency: string
    isSelf: boolean
    roles: readonly string[]
    current: readonly string[]
    others: readonly string[]
    point: string | null
  }): boolean {
    const all = new Set([...facts.roles, ...facts.others])
    const administrators = [...all].filter((role) => ADMINISTRATORS.has(role))
    if (!chain(facts.agency).includes(facts.actorAgency) || facts.isSelf) return false
    if (administrators.length > 0 && all.size > 1) return false
    const touched = [...facts.roles, ...facts.current].some((role) => ADMINISTRATORS.has(role))
    const isAbove = chain(facts.agency).slice(1).includes(facts.actorAgency) || facts.actorAgency === 'n'
    if (touched && !isAbove) return false
    if (facts.roles.includes('confirm') && facts.point === null) return false
    return facts.point === null || facts.point === facts.agency
  }

  test('random users × roles × agencies', () => {
    const agency = fc.constantFrom(...Object.keys(PARENTS))
    const some = fc.uniqueArray(fc.constantFrom(...Roles.options), { maxLength: 3 })
    const roles = fc.uniqueArray(fc.constantFrom(...Roles.options), { minLength: 1, maxLength: 3 })
    const facts = fc.record({
      actorAgency: agency,
      agency,
      isSelf: fc.boolean(),
      roles,
      current: some,
      others: some,
      point: fc.option(agency, { nil: null }),
    })
    fc.assert(
      fc.property(facts, (one) => {
        const refusals = refuseGrant({
          actor: { personId: 'actor', agencyCode: one.actorAgency, isNation: one.actorAgency === 'n' },
          personId: one.isSelf ? 'actor' : 'other',
          agencyCode: one.agency,
          isInScope: chain(one.agency).includes(one.actorAgency),
          roles: one.roles,
          currentRoles: one.current,
          otherRoles: one.others,
          pointAgencyCode: one.point,
        })
        expect(refusals.length === 0).toBe(isAllowed(one))
      }),
      { numRuns: 3000, seed: 20_261_012 },
    )
  })

  test('a key or a code is given to others alone, to an administrator from above', () => {
    const actor = { personId: 'p', agencyCode: '33000', isNation: false }
    const user = { personId: 'q', agencyCode: '33000', roles: held('review') }
    expect(refuseCredential(actor, user)).toEqual([])
    expect(codes(refuseCredential(actor, { ...user, personId: 'p' }))).toEqual(['staff.own-key'])
    const audit = { ...user, roles: held('audit') }
    expect(codes(refuseCredential(actor, audit))).toEqual(['staff.administrator-from-above'])
    expect(refuseCredential({ ...actor, isNation: true }, audit)).toEqual([])
    expect(refuseCredential(actor, { ...audit, agencyCode: '33075' })).toEqual([])
  })
})

test('S-043: a delegation is of own roles, to a filed colleague of the same place, and not over', () => {
  expect(listDelegableRoles(['review', 'users', 'audit'])).toEqual(['review'])
  const side = { personId: 'p', agencyCode: '33075', pointId: null }
  const from = { ...side, ownRoles: held('review') }
  const to = { ...side, personId: 'q', isAdmitted: true, personRoles: held('vet') }
  const now = at('2026-10-12T02:00:00Z')
  const wish = { now, startsAt: now, endsAt: at('2026-10-13T02:00:00Z'), roles: held('review'), from, to }
  expect(refuseDelegation(wish)).toEqual([])
  expect(codes(refuseDelegation({ ...wish, endsAt: now }))).toEqual(['staff.delegation-interval'])
  expect(codes(refuseDelegation({ ...wish, startsAt: wish.endsAt }))).toEqual(['staff.delegation-interval'])
  expect(codes(refuseDelegation({ ...wish, roles: ['approve'] }))).toEqual(['staff.delegation-roles'])
  expect(codes(refuseDelegation({ ...wish, roles: [] }))).toEqual(['staff.delegation-roles'])
  expect(codes(refuseDelegation({ ...wish, to: { ...to, personId: 'p' } }))).toEqual(['staff.delegation-own'])
  for (const other of [
    undefined,
    { ...to, agencyCode: '33076' },
    { ...to, pointId: 'x' },
    { ...to, isAdmitted: false },
    { ...to, personRoles: held('system') },
  ]) {
    expect(codes(refuseDelegation({ ...wish, to: other }))).toEqual(['staff.delegation-person'])
  }
})
