import { expect, test } from 'vitest'
import { createCircuit } from './circuit.ts'

function fail(circuit: ReturnType<typeof createCircuit>, times: number): void {
  for (let time = 0; time < times; time += 1) {
    expect(circuit.admit()).toBe(true)
    circuit.record(false)
  }
}

test('R-030: the circuit opens after five failures in a row, not after four', () => {
  const circuit = createCircuit(() => 0)
  fail(circuit, 4)
  expect(circuit.admit()).toBe(true)
  circuit.record(false)
  expect(circuit.isOpen()).toBe(true)
  expect(circuit.admit()).toBe(false)
})

test('R-030: a success in between starts the count again', () => {
  const circuit = createCircuit(() => 0)
  fail(circuit, 4)
  circuit.record(true)
  fail(circuit, 4)
  expect(circuit.isOpen()).toBe(false)
})

test('R-030: after ten seconds one probe goes through, and its success closes the circuit', () => {
  let now = 0
  const circuit = createCircuit(() => now)
  fail(circuit, 5)
  now = 9_999
  expect(circuit.admit()).toBe(false)
  now = 10_000
  expect([circuit.admit(), circuit.admit()]).toEqual([true, false])
  circuit.record(true)
  expect([circuit.isOpen(), circuit.admit()]).toEqual([false, true])
})

test('R-030: a failed probe opens the circuit for another ten seconds', () => {
  let now = 0
  const circuit = createCircuit(() => now)
  fail(circuit, 5)
  now = 10_000
  fail(circuit, 1)
  now = 19_999
  expect(circuit.admit()).toBe(false)
  now = 20_000
  expect(circuit.admit()).toBe(true)
})
