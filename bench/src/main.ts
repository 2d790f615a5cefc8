import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { arrangeApprove } from './approve-bench.ts'
import { type BenchStack, findGraduate, startBenchStack } from './bench-stack.ts'
import { arrangeCheck } from './check-bench.ts'
import { type Comparison, type Contender, compare } from './compare.ts'
import { measureGrowth } from './growth.ts'
import { renderGrowth, writeGrowth } from './growth-report.ts'
import { type Report, describeMachine, renderReport } from './report.ts'
import { arrangeSubmit } from './submit-bench.ts'

const RESULTS = join(import.meta.dirname, '..', 'results')
const CONCURRENCIES = [16, 64]
const HELP = `npm run bench -- [--rounds 5] [--seconds 2]
Starts the product in a folder of its own and measures the certificate check, submission and approval beside their limits.`

/** Most pieces of work one kind may need: generous for a fast machine, and laid within seconds. */
const LAID = { submits: 12_000, approvals: 10_000, checks: 40_000 }

function say(line: string): void {
  console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`)
}

/** Whatever was measured has to have happened: every approval has its number, and no agency's serials have a hole. */
async function refuseHoles({ admin }: BenchStack): Promise<void> {
  const { rows } = await admin.query<{ broken: number }>(
    `select (select count(*) from applications a where a.conclusion = 'passed'
              and not exists (select 1 from certificates c where c.application_id = a.id))::int
          + (select count(*) from (select from certificates group by agency_code, year
              having min(serial) <> 1 or max(serial) <> count(*)) holes)::int as broken`,
  )
  if (rows[0]?.broken !== 0) throw new Error('approvals without a number, or serials with a hole')
}

interface Extent {
  readonly rounds: number
  readonly durationMs: number
}

async function run(bench: BenchStack, { rounds, durationMs }: Extent): Promise<Report> {
  const graduate = await findGraduate(bench)
  say('arranging drafts, cases, certificates and codes')
  const submit = await arrangeSubmit(bench, { ...graduate, count: LAID.submits })
  const approve = await arrangeApprove(bench, submit, LAID.approvals)
  const check = await arrangeCheck(bench, graduate.person, LAID.checks)
  await bench.admin.query('analyze')
  await bench.admin.query('checkpoint')
  const tasks: readonly (readonly [string, readonly Contender[]])[] = [
    ['Certificate check', check.contenders],
    ['Submit', submit.contenders],
    ['Approve in one agency', approve.oneAgency],
    [`Approve in ${approve.agencies} agencies`, approve.manyAgencies],
  ]
  // Messages go out later by jobs; what is measured is the request.
  bench.stack.kill('worker', 'SIGSTOP')
  const comparisons: Comparison[] = []
  try {
    for (const [title, contenders] of tasks) {
      for (const concurrency of CONCURRENCIES) {
        say(`measuring: ${title}, ${concurrency} at a time`)
        comparisons.push(await compare({ title, concurrency, rounds, durationMs, contenders }))
      }
    }
  } finally {
    bench.stack.kill('worker', 'SIGCONT')
    check.stop()
  }
  await refuseHoles(bench)
  const statements = { check: check.statements, submit: submit.statements, approve: approve.statements }
  return { at: new Date().toISOString(), machine: describeMachine(), rounds, durationMs, statements, comparisons }
}

const number = { type: 'string' } as const
const options = { rounds: number, seconds: number, sizes: number, only: number, help: { type: 'boolean' } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const isGrowth = positionals[0] === 'growth'

/** Keeps what was found beside the others of its kind, shows it, and puts the growth into the documentation. */
function keep(report: { readonly at: string }, text: string): void {
  mkdirSync(RESULTS, { recursive: true })
  const file = join(RESULTS, `${isGrowth ? 'growth-' : ''}${report.at.replaceAll(':', '-')}.json`)
  writeFileSync(file, JSON.stringify(report, null, 2))
  console.log(text)
  say(`\n${file}`)
}

async function runGrowth(bench: BenchStack): Promise<void> {
  const at = new Date().toISOString()
  const sizes = (values.sizes ?? '10000,100000,1000000').split(',').map(Number)
  const figures = await measureGrowth(bench, {
    sizes,
    rounds: Number(values.rounds ?? 3),
    durationMs: Number(values.seconds ?? 1) * 1000,
    only: values.only,
    say,
    planFolder: join(RESULTS, `plans-${at.replaceAll(':', '-')}`),
  })
  const report = {
    at,
    machine: describeMachine(),
    figures: figures.map(({ plans, ...rest }) => ({ ...rest, plans: plans.map(({ plan: _plan, ...known }) => known) })),
  }
  const text = renderGrowth(report)
  keep(report, text)
  // A few reads or small sizes are for finding out, not for the record.
  if (values.only === undefined && values.sizes === undefined) writeGrowth(text)
}

if (values.help === true) {
  console.log(HELP)
} else {
  const bench = await startBenchStack(say)
  try {
    if (isGrowth) await runGrowth(bench)
    else {
      const extent = { rounds: Number(values.rounds ?? 5), durationMs: Number(values.seconds ?? 2) * 1000 }
      const report = await run(bench, extent)
      keep(report, renderReport(report))
    }
  } finally {
    await bench.stop()
  }
  // Pools and kept-alive connections would hold the program open.
  process.exit(0)
}
