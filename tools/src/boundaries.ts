import { readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { findCycles } from './cycles.ts'
import type { Import, ImportGraph } from './import-graph.ts'
import { readImportGraph } from './import-graph.ts'
import { isTestFile } from './repository.ts'

/** What one workspace may import of ours, beside itself. */
interface WorkspaceRule {
  readonly imports: readonly string[]
  /** More that its tests may import. */
  readonly testImports?: readonly string[]
  /** Whether its program may use Node's own modules (tests always may). */
  readonly builtins: boolean
}

/** Files that may not import other files; tests are held to it too unless the rule says otherwise. */
interface FileRule {
  readonly name: string
  readonly from: readonly string[]
  readonly except?: readonly string[]
  readonly mayNotImport: readonly string[]
  readonly includesTests?: boolean
}

/** Sibling folders that see each other only through one file, or not at all; and never in a circle. */
interface UnitRule {
  readonly name: string
  readonly folders: string
  readonly door?: string
}

export interface BoundaryRules {
  readonly workspaces: Readonly<Record<string, WorkspaceRule>>
  readonly files: readonly FileRule[]
  readonly units: readonly UnitRule[]
}

/** Every import that breaks a rule of `boundaries.json`, one line each; a run that sees no modules is a violation. */
export function findBoundaryViolations(folder: string): string[] {
  const rules: BoundaryRules = JSON.parse(readFileSync(join(folder, 'boundaries.json'), 'utf8'))
  const graph = readImportGraph(folder)
  if (graph.files.length === 0 || graph.imports.every(({ kind }) => kind !== 'ours')) {
    return ['sees-modules: no module or no import was found, so nothing was checked']
  }
  return [
    ...graph.imports.flatMap((found) => judge(found, rules)),
    ...findCycles(edgesBetween(graph, (path) => path)).map((cycle) => `no-cycles: ${cycle.join(' ↔ ')}`),
    ...rules.units.flatMap((rule) =>
      findCycles(edgesBetween(graph, (path) => unitOf(rule, path))).map(
        (cycle) => `${rule.name}: circle of ${cycle.join(' ↔ ')}`,
      ),
    ),
  ].toSorted()
}

function judge(found: Import, rules: BoundaryRules): string[] {
  const says = (rule: string): string => `${rule}: ${found.from} imports ${found.specifier}`
  if (found.kind === 'unresolved') return [says('resolves')]
  const rule = rules.workspaces[workspaceOf(found.from)]
  if (rule === undefined) return found.from.includes('/') ? [says('workspace-has-a-rule')] : []
  if (found.kind === 'package') return []
  if (found.kind === 'builtin') return rule.builtins || isTestFile(found.from) ? [] : [says('no-node-built-ins')]
  return [
    ...(mayImport(found, rule) ? [] : [says('direction')]),
    ...(isTestFile(found.to) && !isTestFile(found.from) ? [says('no-tests-in-the-product')] : []),
    ...rules.files.filter((file) => breaksFileRule(found, file)).map(({ name }) => says(name)),
    ...rules.units.filter((unit) => breaksUnitRule(found, unit)).map(({ name }) => says(name)),
  ]
}

function mayImport({ from, to }: Import, rule: WorkspaceRule): boolean {
  const workspace = workspaceOf(to)
  if (workspace === workspaceOf(from) || rule.imports.includes(workspace)) return true
  return isTestFile(from) && rule.testImports?.includes(workspace) === true
}

function breaksFileRule({ from, to }: Import, rule: FileRule): boolean {
  if (isTestFile(from) && rule.includesTests !== true) return false
  return matches(from, rule.from) && !matches(from, rule.except ?? []) && matches(to, rule.mayNotImport)
}

function breaksUnitRule({ from, to }: Import, rule: UnitRule): boolean {
  const unit = unitOf(rule, from)
  const target = unitOf(rule, to)
  if (unit === undefined || target === undefined || unit === target) return false
  return rule.door === undefined || to !== `${target}/${rule.door}`
}

function edgesBetween(graph: ImportGraph, nodeOf: (path: string) => string | undefined): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>()
  for (const { kind, from, to } of graph.imports) {
    const [source, target] = [nodeOf(from), nodeOf(to)]
    if (kind !== 'ours' || source === undefined || target === undefined) continue
    // Inside one unit everything may meet; a file that imports itself is a circle.
    if (source === target && from !== to) continue
    edges.set(source, (edges.get(source) ?? new Set()).add(target))
  }
  return edges
}

/** The folder of the rule's pattern this file lies in, such as `server/src/modules/account`. */
function unitOf(rule: UnitRule, path: string): string | undefined {
  const depth = rule.folders.split('/').length
  const parts = path.split('/')
  const folder = parts.slice(0, depth).join('/')
  return parts.length > depth && matchesGlob(folder, rule.folders) ? folder : undefined
}

function matches(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(path, pattern))
}

function workspaceOf(path: string): string {
  return path.split('/')[0] ?? ''
}
