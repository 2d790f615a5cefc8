import { type Client, escapeLiteral } from 'pg'
import type { Statement } from './record-statements.ts'
import { askAgain, isWriting } from './replay.ts'

/** One node of a plan as PostgreSQL writes it, read by name. */
class PlanNode {
  readonly #facts: object
  constructor(facts: unknown) {
    if (typeof facts !== 'object' || facts === null) throw new Error('not a plan')
    this.#facts = facts
  }
  #read(name: string): unknown {
    return new Map<string, unknown>(Object.entries(this.#facts)).get(name)
  }
  text(name: string): string | undefined {
    const value = this.#read(name)
    return typeof value === 'string' ? value : undefined
  }
  /** Zero where the plan says nothing. */
  number(name: string): number {
    return Number(this.#read(name) ?? 0)
  }
  node(name: string): PlanNode {
    return new PlanNode(this.#read(name))
  }
  get below(): PlanNode[] {
    const plans = this.#read('Plans')
    return Array.isArray(plans) ? plans.map((plan: unknown) => new PlanNode(plan)) : []
  }
  get type(): string {
    return this.text('Node Type') ?? ''
  }
}

/** What one statement of a request did to answer. */
export interface StatementPlan {
  readonly text: string
  /** Node types with the table or index they read, each once. */
  readonly nodes: readonly string[]
  readonly rowsRead: number
  readonly rowsReturned: number
  readonly buffers: number
  readonly planningMs: number
  readonly executionMs: number
  /** What L-10 forbids on a hot path. */
  readonly flags: readonly string[]
  readonly plan: unknown
}

const MOST_SCANNED = 1000
const SLOW_MS = 50
const isScan = (node: PlanNode) => node.type.endsWith('Scan') && node.type !== 'Bitmap Index Scan'

function* walk(node: PlanNode): Generator<PlanNode> {
  yield node
  for (const below of node.below) yield* walk(below)
}

/** Rows a node looked at over all its loops: those it gave and those it threw away. */
function readBy(node: PlanNode): number {
  const removed = node.number('Rows Removed by Filter') + node.number('Rows Removed by Index Recheck')
  return (node.number('Actual Rows') + removed) * node.number('Actual Loops')
}

function nameOf(node: PlanNode): string {
  return [node.type, node.text('Index Name') ?? node.text('Relation Name') ?? ''].join(' ').trim()
}

function inputOf(node: PlanNode): number {
  return node.below.reduce((sum, below) => sum + below.number('Actual Rows') * below.number('Actual Loops'), 0)
}

function flagNode(text: string, node: PlanNode): string | undefined {
  const [rows, input] = [Math.round(readBy(node)), Math.round(inputOf(node))]
  const relation = node.text('Relation Name')
  if (isScan(node) && relation !== undefined && rows > MOST_SCANNED) {
    return node.type === 'Seq Scan' ? `Seq Scan of ${rows} rows of ${relation}` : `${rows} rows of ${relation} read`
  }
  if (input <= MOST_SCANNED) return undefined
  if (node.type === 'Aggregate' && /count\(/i.test(text)) return `count over ${input} rows`
  return node.type === 'Sort' ? `sort of ${input} rows` : undefined
}

/** Reads what `explain (analyze, buffers, format json)` says of a statement. */
export function summarisePlan(text: string, explained: unknown): StatementPlan {
  const whole = new PlanNode(Array.isArray(explained) ? explained[0] : undefined)
  const top = whole.node('Plan')
  const nodes = [...walk(top)]
  const executionMs = whole.number('Execution Time')
  const flags = nodes.flatMap((node) => flagNode(text, node) ?? [])
  if (executionMs > SLOW_MS) flags.push(`${executionMs.toFixed(0)} ms`)
  return {
    text,
    nodes: [...new Set(nodes.map(nameOf))],
    rowsRead: Math.round(nodes.filter(isScan).reduce((sum, node) => sum + readBy(node), 0)),
    rowsReturned: top.number('Actual Rows'),
    buffers: top.number('Shared Hit Blocks') + top.number('Shared Read Blocks'),
    planningMs: whole.number('Planning Time'),
    executionMs,
    flags: [...new Set(flags)],
    plan: explained,
  }
}

const isFrame = (text: string) => /^(begin|commit|rollback|select set_config)/i.test(text)

function toLiterals({ values }: Statement): string {
  const list = values.map((value) => (value === null ? 'null' : escapeLiteral(value)))
  return list.length === 0 ? '' : `(${list.join(', ')})`
}

/** A prepared statement that has been used a few times: the plan is the one a warm face has, custom or generic. */
async function explainOne(client: Client, statement: Statement): Promise<StatementPlan> {
  await client.query(`prepare explained as ${statement.text}`)
  const execute = `execute explained${toLiterals(statement)}`
  if (!isWriting(statement.text)) {
    for (let used = 0; used < 6; used += 1) await client.query(execute)
  }
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
    `explain (analyze, buffers, settings, format json) ${execute}`,
  )
  await client.query('deallocate explained')
  return summarisePlan(statement.text, rows[0]?.['QUERY PLAN'])
}

/**
 * Plans of all statements of one recorded request, under the role and the row-level-security settings it had; nothing it
 * writes stays. The connection is the face's own.
 */
export async function explainStatements(client: Client, statements: readonly Statement[]): Promise<StatementPlan[]> {
  const plans: StatementPlan[] = []
  for (const statement of askAgain(statements, 0)) {
    const { text, values } = statement
    if (/^begin/i.test(text)) await client.query('begin')
    else if (/^(commit|rollback)/i.test(text)) await client.query('rollback')
    else if (isFrame(text)) await client.query(text, [...values])
    else plans.push(await explainOne(client, statement))
  }
  return plans
}
