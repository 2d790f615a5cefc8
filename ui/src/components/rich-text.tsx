import './rich-text.css'
import { createElement, type ReactNode } from 'react'

/** What announcements are made of; everything else is shown as its words alone (S-089, S-090). */
const TAGS = new Set([
  'h2',
  'h3',
  'h4',
  'p',
  'br',
  'hr',
  'ul',
  'ol',
  'li',
  'blockquote',
  'strong',
  'em',
  'del',
  'thead',
  'tbody',
  'tr',
])
const VOID = new Set(['br', 'hr'])

function spanOf(element: Element, name: 'colspan' | 'rowspan'): number | undefined {
  const value = Number(element.getAttribute(name))
  return Number.isInteger(value) && value > 1 && value < 100 ? value : undefined
}

function linkOf(element: Element, children: ReactNode[]): ReactNode {
  const href = element.getAttribute('href') ?? ''
  if (!/^https?:\/\//i.test(href)) return children
  return createElement('a', { href, rel: 'noopener noreferrer nofollow' }, ...children)
}

function toElement(element: Element): ReactNode {
  const tag = element.localName
  const children = toNodes(element)
  if (tag === 'a') return linkOf(element, children)
  if (tag === 'th' || tag === 'td') {
    const spans = { colSpan: spanOf(element, 'colspan'), rowSpan: spanOf(element, 'rowspan') }
    return createElement(tag, spans, ...children)
  }
  if (tag === 'table') {
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    const region = { className: 'rich-table', role: 'region', 'aria-label': '表格', tabIndex: 0 }
    return createElement(
      'div',
      region,
      createElement('table', {}, ...children.filter((one) => typeof one !== 'string')),
    )
  }
  if (!TAGS.has(tag)) return children
  return VOID.has(tag) ? createElement(tag) : createElement(tag, {}, ...children)
}

const ROWS = new Set(['thead', 'tbody', 'tr'])

function toNodes(parent: Element): ReactNode[] {
  return [...parent.childNodes].map((node) => {
    if (node instanceof Element) return toElement(node)
    // Between the rows of a table there is no text.
    return ROWS.has(parent.localName) ? null : (node.textContent ?? '')
  })
}

/**
 * Clean HTML of the server as elements of our own making: parsed apart from the page, where nothing runs, and rebuilt
 * from the tags we know. No raw HTML enters the page (S-089).
 */
export function RichText({ html }: { readonly html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return createElement('div', { className: 'rich-text' }, ...toNodes(body))
}
