import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processIdentity } from './process-identity.ts'
import type { Service, ServiceWish } from './service.ts'
import { startService, stopOrphanedServices } from './service.ts'

const READY = `console.log(JSON.stringify({ event: 'ready' }))\n`
const FOR_EVER = `setInterval(() => {}, 1000)\n`

let folder: string
let said: string[]
let service: Service | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xingtan-service-'))
  said = []
})

afterEach(async () => {
  await service?.stop()
  service = undefined
  rmSync(folder, { recursive: true, force: true })
})

test('is started when it says so, and keeps what it prints', async () => {
  service = await startService(program(`${READY}console.log('second line')\n${FOR_EVER}`))
  const isKept = (): boolean => readFileSync(join(folder, 'logs', 'sample.log'), 'utf8').includes('second line')
  await until(isKept)
  expect(isKept()).toBe(true)
})

test('gets only the environment it is given', async () => {
  const print = `console.log(Object.keys(process.env).filter((name) => name.startsWith('XINGTAN_')).join())\n`
  process.env['XINGTAN_FOREIGN'] = '1'
  service = await startService(program(`${print}${READY}${FOR_EVER}`, { XINGTAN_OWN: '1' }))
  delete process.env['XINGTAN_FOREIGN']
  expect(readFileSync(join(folder, 'logs', 'sample.log'), 'utf8')).toMatch(/^XINGTAN_OWN\n/)
})

test('is started again after it was killed', async () => {
  service = await startService(program(`${READY}${FOR_EVER}`))
  const first = service.pid()
  service.kill('SIGKILL')
  await until(() => service?.pid() !== first && processIdentity(service?.pid() ?? 0) !== undefined)
  expect(said).toEqual([expect.stringContaining('SIGKILL')])
})

test('tells why when it ends before it is ready, and is not tried again', async () => {
  const failing = startService(program(`console.error('the port is taken')\nprocess.exit(3)\n`))
  await expect(failing).rejects.toThrow(/exit code 3[^]*the port is taken/)
})

test('stays down when it is stopped', async () => {
  service = await startService(program(`${READY}${FOR_EVER}`))
  const pid = service.pid() ?? 0
  await service.stop()
  await sleep(700)
  expect(processIdentity(pid)).toBeUndefined()
  expect(said).toEqual([])
})

test('is ended by the next start when its supervisor was killed', async () => {
  service = await startService(program(`process.on('SIGTERM', () => process.exit(0))\n${READY}${FOR_EVER}`))
  const pid = service.pid() ?? 0
  await stopOrphanedServices(folder)
  expect(processIdentity(pid)).toBeUndefined()
})

function program(source: string, env: Readonly<Record<string, string>> = {}): ServiceWish {
  const script = join(folder, 'sample.mjs')
  writeFileSync(script, source)
  return { name: 'sample', script, args: [], env, folder, log: (line) => void said.push(line) }
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
    if (isTrue()) return
    await sleep(50)
  }
  throw new Error('did not happen within 10 seconds')
}
