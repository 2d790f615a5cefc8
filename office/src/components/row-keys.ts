import type { KeyboardEvent } from 'react'

/** Key handler of the row links of a table: arrow keys move between them (↑ ↓ Home End); Enter is the link's own. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const links = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const present = links.indexOf(event.currentTarget)
  const target = targetIndex(event.key, present, links.length)
  if (target === undefined) return
  event.preventDefault()
  links[target]?.focus()
}

function targetIndex(key: string, present: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return Math.min(present + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(present - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
