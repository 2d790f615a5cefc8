import { expect, test } from 'vitest'
import { USUAL_PORTS } from './ports.ts'
import { HELP, parseStartOptions } from './start-options.ts'

test('uses the usual ports, the real day and the folder .data', () => {
  const { dataFolder, ...rest } = parseStartOptions([])
  expect(dataFolder).toMatch(/\/\.data$/)
  expect(rest).toEqual({ ports: USUAL_PORTS, today: undefined, isReset: false, isHelp: false })
})

test('takes a day, a folder, ports and the wish to begin anew', () => {
  const args = ['--today', '2026-10-12', '--data', '/srv/xingtan', '--portal-metrics-port', '7000', '--reset']
  expect(parseStartOptions(args)).toEqual({
    dataFolder: '/srv/xingtan',
    ports: { ...USUAL_PORTS, portalMetrics: 7000 },
    today: '2026-10-12',
    isReset: true,
    isHelp: false,
  })
})

test.each([
  ['an unknown flag', ['--yesterday']],
  ['a word', ['reset']],
  ['a day that does not exist', ['--today', '2026-02-30']],
  ['a port that is no number', ['--portal-port', 'http']],
  ['a port that is too large', ['--portal-port', '70000']],
])('refuses %s in one sentence', (_what, args) => {
  expect(() => parseStartOptions(args)).toThrow(expect.objectContaining({ name: 'PlainError' }))
})

test('names every flag in its help', () => {
  for (const flag of ['--today', '--reset', '--data', '--smtp-port', '--worker-metrics-port'])
    expect(HELP).toContain(flag)
})
