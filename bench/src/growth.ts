import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { submitDraftEndpoint } from '@xingtan/contract/application'
import { Client } from 'pg'
import { type BenchStack, findGraduate } from './bench-stack.ts'
import { call } from './call.ts'
import { type Comparison, type Contender, compare } from './compare.ts'
import { type StatementPlan, explainStatements } from './growth-plans.ts'
import { type GrowthRead, listGrowthReads } from './growth-reads.ts'
import { layGrowth } from './lay-growth.ts'
import type { GrowthOriginal } from './lay-worklists.ts'
import { prepareDraft } from './prepare-draft.ts'
import { type Statement, recordStatements } from './record-statements.ts'
import { createPool, replaySame } from './replay.ts'

/** What one read cost and did at one size of the table. */
export interface GrowthFigure {
  readonly cases: number
  readonly name: string
  readonly comparison: Comparison
  readonly plans: readonly StatementPlan[]
}

export interface GrowthWish {
  readonly sizes: readonly number[]
  readonly rounds: number
  readonly durationMs: number
  /** Parts of names of the reads that are wanted; all unless told. */
  readonly only: string | undefined
  readonly say: (line: string) => void
  /** Folder of the full plans. */
  readonly planFolder: string
}

const CONCURRENCY = 4

/** One case over HTTP, the whole way of an applicant; all others are made of it. */
async function submitOriginal(bench: BenchStack): Promise<GrowthOriginal> {
  const { id, person } = await findGraduate(bench)
  const visitor = await bench.signIn(id)
  const { applicationId } = await call(visitor, submitDraftEndpoint, await prepareDraft(visitor, person))
  const { rows } = await bench.admin.query<{ home: string; officer: string }>(
    `select agency_code as home, id as officer from staff_users where username = 'kecheng-approve'`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('no officer')
  return { applicationId, home: row.home, officerId: row.officer }
}

function toContenders(bench: BenchStack, read: GrowthRead, statements: readonly Statement[]): Contender[] {
  const { stack } = bench
  const pool = createPool(stack.databaseUrls[read.role])
  const postgres = stack.pid('database') ?? 0
  const face = stack.pid(read.role === 'office_face' ? 'office' : 'public') ?? 0
  let used = 0
  return [
    { name: read.name, processes: { face, postgres, load: process.pid }, work: read.send },
    {
      name: 'same statements through pg',
      processes: { postgres, load: process.pid },
      work: () => {
        used += 1
        return replaySame(pool, statements, used)
      },
    },
  ]
}

async function measureRead(bench: BenchStack, read: GrowthRead, cases: number, wish: GrowthWish) {
  const statements = await recordStatements(bench.admin, {
    logFile: bench.postgresLog,
    role: read.role,
    request: async () => {
      await read.send()
    },
  })
  const client = new Client({ connectionString: bench.stack.databaseUrls[read.role] })
  await client.connect()
  const plans = await explainStatements(client, statements).finally(() => client.end())
  const { durationMs } = wish
  // Without time to measure there are the plans alone.
  const rounds = durationMs === 0 ? 0 : wish.rounds
  const contenders = toContenders(bench, read, statements)
  const comparison = await compare({ title: read.name, concurrency: CONCURRENCY, rounds, durationMs, contenders })
  const [own] = comparison.outcomes
  wish.say(
    `${cases} ${read.name}: ${own?.p50Ms.toFixed(1)} / ${own?.p95Ms.toFixed(1)} / ${own?.p99Ms.toFixed(1)} ms  ${describePlans(plans)}`,
  )
  return { cases, name: read.name, comparison, plans }
}

function describePlans(plans: readonly StatementPlan[]): string {
  const flags = plans.flatMap((plan) => plan.flags)
  const ms = plans.reduce((sum, { planningMs, executionMs }) => sum + planningMs + executionMs, 0)
  const pages = plans.reduce((sum, { buffers }) => sum + buffers, 0)
  return `${plans.length} statements, ${ms.toFixed(1)} ms, ${pages} pages${flags.length > 0 ? `: ${flags.join('; ')}` : ''}`
}

function keepPlans({ planFolder }: GrowthWish, { cases, name, plans }: GrowthFigure): void {
  mkdirSync(planFolder, { recursive: true })
  const file = `${cases}-${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.json`
  writeFileSync(join(planFolder, file), JSON.stringify(plans, null, 1))
}

/** Lays more and more cases into one running product and measures the same reads at each size (L-10, L-16). */
export async function measureGrowth(bench: BenchStack, wish: GrowthWish): Promise<GrowthFigure[]> {
  const original = await submitOriginal(bench)
  const figures: GrowthFigure[] = []
  let laid = 0
  for (const cases of wish.sizes) {
    wish.say(`laying ${cases} cases`)
    bench.stack.kill('worker', 'SIGSTOP')
    try {
      await layGrowth(bench.admin, original, { laid, count: cases })
      laid = cases
      wish.say(`measuring at ${cases} cases`)
      for (const read of await listGrowthReads(bench, original.home)) {
        if (wish.only !== undefined && !read.name.includes(wish.only)) continue
        const figure = await measureRead(bench, read, cases, wish)
        keepPlans(wish, figure)
        figures.push(figure)
      }
    } finally {
      bench.stack.kill('worker', 'SIGCONT')
    }
  }
  return figures
}
