import { describe, expect, test } from 'vitest'
import { between, calendar, codesOf, draftOf, facts } from '../test/plan-example.ts'
import { addDays } from './calendar-day.ts'
import { openDemoPlan } from './plan.ts'
import { shanghaiInstant } from './shanghai-time.ts'
import { windowState } from './window.ts'

describe('openDemoPlan', () => {
  test('PLN-3 is lawful and open from 0:00 to 23:59 on every day of 2024 to 2028', () => {
    for (let today = '2024-01-01'; today <= '2028-12-31'; today = addDays(today, 1)) {
      const plan = openDemoPlan(today, calendar)
      const whole = between('2023-01-01 00:00', '2029-12-31 24:00')
      const states = ['00:00', '23:59:59.999'].flatMap((time) =>
        [plan.network, plan.confirm].map((one) => windowState(one, shanghaiInstant(today, time))),
      )
      const asked = { ...facts, parent: { ...facts.parent, network: [whole], confirm: [whole] } }
      const findings = codesOf(draftOf(plan), asked)
      expect({ today, states, findings }).toEqual({ today, states: ['open', 'open', 'open', 'open'], findings: [] })
    }
  }, 30_000)

  test('opened five working days before and gives the desk longer than the form', () => {
    expect(openDemoPlan('2026-10-12', calendar)).toEqual({
      network: between('2026-09-29 00:00', '2026-11-02 17:00'),
      confirm: between('2026-09-29 00:00', '2026-11-09 17:00'),
      decideBy: '2026-12-07',
    })
  })
})
