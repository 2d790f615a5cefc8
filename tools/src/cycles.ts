/**
 * The cycles of a directed graph: every set of two or more nodes that reach each other, and nodes that reach
 * themselves directly. Tarjan's algorithm, without recursion so that long chains of imports do not overflow the stack.
 */
export function findCycles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const search = new Search(edges)
  for (const node of edges.keys()) search.visit(node)
  return search.cycles
}

interface Visit {
  readonly node: string
  readonly targets: string[]
}

class Search {
  readonly cycles: string[][] = []
  readonly #edges: ReadonlyMap<string, ReadonlySet<string>>
  readonly #order = new Map<string, number>()
  readonly #lowest = new Map<string, number>()
  readonly #open: string[] = []
  readonly #isOpen = new Set<string>()

  constructor(edges: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#edges = edges
  }

  visit(root: string): void {
    if (this.#order.has(root)) return
    const path: Visit[] = [this.#enter(root)]
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const target = visit.targets.pop()
      if (target === undefined) {
        path.pop()
        this.#leave(visit.node)
        const parent = path.at(-1)
        if (parent !== undefined) this.#lower(parent.node, this.#lowest.get(visit.node))
      } else if (!this.#order.has(target)) {
        path.push(this.#enter(target))
      } else if (this.#isOpen.has(target)) {
        this.#lower(visit.node, this.#order.get(target))
      }
    }
  }

  #enter(node: string): Visit {
    this.#order.set(node, this.#order.size)
    this.#lowest.set(node, this.#order.size - 1)
    this.#open.push(node)
    this.#isOpen.add(node)
    return { node, targets: [...(this.#edges.get(node) ?? [])] }
  }

  #lower(node: string, value = Infinity): void {
    this.#lowest.set(node, Math.min(this.#lowest.get(node) ?? Infinity, value))
  }

  #leave(node: string): void {
    if (this.#lowest.get(node) !== this.#order.get(node)) return
    const component = this.#open.splice(this.#open.indexOf(node))
    for (const member of component) this.#isOpen.delete(member)
    if (component.length > 1 || this.#edges.get(node)?.has(node) === true) this.cycles.push(component.toSorted())
  }
}
