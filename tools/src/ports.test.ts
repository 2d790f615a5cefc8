import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { findFreePorts, refuseTakenPorts } from './ports.ts'

test('finds different ports that nobody uses', async () => {
  const ports = await findFreePorts()
  expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length)
  await expect(refuseTakenPorts(ports)).resolves.toBeUndefined()
})

test('names the port another program holds and the flag that chooses another', async () => {
  const ports = await findFreePorts()
  const other = createServer()
  await new Promise<void>((listening) => void other.listen(ports.officeMetrics, '127.0.0.1', listening))
  await expect(refuseTakenPorts(ports)).rejects.toThrow(
    new RegExp(`端口 ${ports.officeMetrics} [^]*--office-metrics-port`),
  )
  await new Promise<void>((closed) => void other.close(() => closed()))
})
