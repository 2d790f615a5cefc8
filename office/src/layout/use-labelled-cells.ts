import { useEffect } from 'react'

/** At this width `.case-table` and `.table` show their rows as cards without column heads. */
const NARROW = '(max-width: 720px)'

/** Heads whose cells speak for themselves. */
const PLAIN_HEADS: ReadonlySet<string> = new Set(['', '状态', '姓名', '资格种类/学科'])

/** Heads above buttons and links that say what they do. */
const ACT_HEADS: ReadonlySet<string> = new Set(['办理', '操作', '结果'])

const isAct = (cell: Element, head: string): boolean =>
  cell.firstElementChild instanceof HTMLButtonElement || (ACT_HEADS.has(head) && cell.querySelector('a') !== null)

function labelTable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent.trim())
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    const cells = [...row.cells]
    // The first cell that is no check box names the row.
    const name = cells.find((cell) => !cell.classList.contains('col-check'))
    for (const [place, cell] of cells.entries()) {
      const head = heads[place] ?? ''
      const isPlain = cell === name || cell.colSpan > 1 || PLAIN_HEADS.has(head) || isAct(cell, head)
      if (isPlain) delete cell.dataset['label']
      else if (cell.dataset['label'] !== head) cell.dataset['label'] = head
    }
  }
}

/**
 * On a narrow screen every cell of a list carries the head of its column, so that「无」or a bare date says what it is.
 * Done once for all lists of the office: the heads are read from the table itself.
 */
export function useLabelledCells(): void {
  useEffect(() => {
    const narrow = matchMedia(NARROW)
    const label = () => {
      if (!narrow.matches) return
      for (const table of document.querySelectorAll<HTMLTableElement>('table.case-table, table.table'))
        labelTable(table)
    }
    const watcher = new MutationObserver(label)
    watcher.observe(document.body, { childList: true, subtree: true })
    narrow.addEventListener('change', label)
    label()
    return () => {
      watcher.disconnect()
      narrow.removeEventListener('change', label)
    }
  }, [])
}
