import { Marked } from 'marked'
import sanitize from 'sanitize-html'

/**
 * What an announcement may be made of: headings below the page's own, paragraphs, lists, tables, links. No picture, no
 * frame, no style, no class, no event; what is not named here does not pass (S-090).
 */
const ALLOWED: sanitize.IOptions = {
  allowedTags: [
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
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'a',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // What stood inside these is no text of the announcement.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'svg',
    'math',
    'template',
    'xmp',
    'iframe',
  ],
  nestingLimit: 20,
  enforceHtmlBoundary: false,
  transformTags: {
    // The page has its own h1, and h5 and h6 are below what anybody reads.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    b: 'strong',
    i: 'em',
    s: 'del',
    // Without an address of the web only its words are left.
    a: (_tag, { href = '' }) =>
      /^https?:\/\/\S/i.test(href)
        ? { tagName: 'a', attribs: { href, rel: 'noopener noreferrer nofollow' } }
        : { tagName: 'span', attribs: {} },
  },
}

const markdown = new Marked({
  gfm: true,
  breaks: true,
  extensions: [
    {
      // CommonMark does not see `**“加粗”**后` as bold, because Chinese has no spaces between words.
      name: 'strong',
      level: 'inline',
      start: (source) => source.indexOf('**'),
      tokenizer(source) {
        const bold = /^\*\*(?!\s)([^*\n]+?)(?<!\s)\*\*/.exec(source)
        if (bold === null) return undefined
        const [raw, text = ''] = bold
        return { type: 'strong', raw, text, tokens: this.lexer.inlineTokens(text) }
      },
    },
  ],
})

/** Only what the allow-list names; a second pass changes nothing. On save and again whenever it is shown (S-090). */
export function sanitizeRichText(html: string): string {
  return sanitize(html, ALLOWED).trim()
}

/** The markup an officer typed (Markdown: `## 标题`, `- 列表`, `| 表格 |`, `[文字](网址)`) as clean HTML. */
export function renderRichText(markup: string): string {
  return sanitizeRichText(markdown.parse(markup, { async: false }))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** The words of clean HTML, a line for each block, so that a text broken by marks is read as people read it. */
export function toPlainText(html: string): string {
  const lines = html.replaceAll(/<(?:br|hr|\/(?:p|li|tr|td|th|h[2-4]|blockquote))\b[^>]*>/g, '\n')
  return sanitize(lines, { allowedTags: [], allowedAttributes: {} })
    .replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
}

/** Where the links of clean HTML lead. */
export function listLinks(html: string): string[] {
  const links: string[] = []
  sanitize(html, {
    ...ALLOWED,
    transformTags: {
      a: (tagName, attribs) => {
        if (attribs['href'] !== undefined) links.push(attribs['href'])
        return { tagName, attribs }
      },
    },
  })
  return links
}
