export interface Selected {
  readonly text: string
  readonly start: number
  readonly end: number
}

export type Markup = 'heading' | 'bold' | 'list' | 'numbers' | 'table' | 'link'

export const MARKUP_TITLES: Readonly<Record<Markup, string>> = {
  heading: '小标题',
  bold: '加粗',
  list: '列表',
  numbers: '编号',
  table: '表格',
  link: '链接',
}

const TABLE = '| 项目 | 内容 |\n| --- | --- |\n| 网上报名 | 9月14日至25日17:00 |'

function eachLine(text: string, mark: (index: number) => string): string {
  return text
    .split('\n')
    .map((line, index) => `${mark(index)}${line}`)
    .join('\n')
}

function marked(kind: Markup, chosen: string): string {
  if (kind === 'heading') return `## ${chosen === '' ? '小标题' : chosen}`
  if (kind === 'bold') return `**${chosen === '' ? '加粗的文字' : chosen}**`
  if (kind === 'list') return eachLine(chosen === '' ? '第一项\n第二项' : chosen, () => '- ')
  if (kind === 'numbers') return eachLine(chosen === '' ? '第一步\n第二步' : chosen, (index) => `${index + 1}. `)
  if (kind === 'link') return `[${chosen === '' ? '链接文字' : chosen}](https://)`
  return TABLE
}

/** The text with the mark put around what is chosen, on lines of its own where it must; and what is chosen then. */
export function insertMarkup({ text, start, end }: Selected, kind: Markup): Selected {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const isBlock = kind !== 'bold' && kind !== 'link'
  const lead = isBlock && before !== '' ? '\n'.repeat(2 - Math.min(2, /\n*$/.exec(before)?.[0].length ?? 0)) : ''
  const tail = isBlock && after !== '' ? '\n'.repeat(2 - Math.min(2, /^\n*/.exec(after)?.[0].length ?? 0)) : ''
  const put = marked(kind, text.slice(start, end))
  const from = before.length + lead.length
  return { text: `${before}${lead}${put}${tail}${after}`, start: from, end: from + put.length }
}
