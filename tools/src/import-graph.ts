import { existsSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { listSources } from './repository.ts'

/** One import, type-only ones and dynamic ones included. */
export interface Import {
  readonly from: string
  /** As written in the file. */
  readonly specifier: string
  /** `ours` when it names a file of the repository, then `to` is its path. */
  readonly kind: 'ours' | 'builtin' | 'package' | 'unresolved'
  readonly to: string
}

export interface ImportGraph {
  readonly files: readonly string[]
  readonly imports: readonly Import[]
}

const BUILTINS = new Set(builtinModules)

/** Reads every program file below the folder and resolves what it imports. A file that does not parse throws. */
export function readImportGraph(folder: string): ImportGraph {
  const files = listSources(folder)
  const imports = files.flatMap((from) =>
    readSpecifiers(from, readFileSync(join(folder, from), 'utf8')).map((specifier) => resolve(folder, from, specifier)),
  )
  return { files, imports }
}

function readSpecifiers(path: string, source: string): string[] {
  const { program, module, errors } = parseSync(path, source)
  const problem = errors[0]
  if (problem !== undefined) throw new Error(`${path}: ${problem.message}`)
  const found = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) =>
      literal(source.slice(moduleRequest.start, moduleRequest.end)),
    ),
  ]
  const types = new Visitor({
    TSImportType: (node) => void found.push(node.source.value),
  })
  types.visit(program)
  return [...new Set(found)]
}

/** A dynamic import of a computed name cannot be judged; only literal names are. */
function literal(expression: string): string[] {
  const name = /^(['"`])(?<name>[^'"`$]+)\1$/.exec(expression)?.groups?.['name']
  return name === undefined ? [] : [name]
}

function resolve(folder: string, from: string, specifier: string): Import {
  const bare = specifier.replace(/\?.*$/, '')
  if (specifier.startsWith('.')) return ours(folder, from, specifier, posix.join(dirname(from), bare))
  const [, workspace, subpath] = /^@xingtan\/([a-z0-9-]+)(?:\/(.+))?$/.exec(bare) ?? []
  if (workspace !== undefined) return ours(folder, from, specifier, resolveExport(folder, workspace, subpath ?? ''))
  const isBuiltin = bare.startsWith('node:') || BUILTINS.has(bare)
  return { from, specifier, kind: isBuiltin ? 'builtin' : 'package', to: bare }
}

function ours(folder: string, from: string, specifier: string, to: string): Import {
  const isFile = to !== '' && existsSync(join(folder, to)) && statSync(join(folder, to)).isFile()
  return { from, specifier, kind: isFile ? 'ours' : 'unresolved', to }
}

/** What the `exports` of a workspace make of a subpath; the pattern with the longest fixed start wins, as in Node. */
function resolveExport(folder: string, workspace: string, subpath: string): string {
  const manifest = join(folder, workspace, 'package.json')
  if (!existsSync(manifest)) return ''
  const { exports = {} }: { exports?: Record<string, string> } = JSON.parse(readFileSync(manifest, 'utf8'))
  const wanted = `./${subpath}`
  const matches = Object.entries(exports).flatMap(([pattern, target]) => {
    const [start = '', end] = pattern.split('*')
    if (end === undefined) return pattern === wanted ? [{ length: pattern.length, target }] : []
    if (!wanted.startsWith(start) || !wanted.endsWith(end) || wanted.length < pattern.length) return []
    const middle = wanted.slice(start.length, wanted.length - end.length)
    return [{ length: start.length, target: target.replace('*', middle) }]
  })
  const best = matches.toSorted((a, b) => b.length - a.length)[0]
  return best === undefined ? '' : posix.join(workspace, best.target)
}
