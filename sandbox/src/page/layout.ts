import { Html, html } from './html.ts'
import { STYLES } from './styles.ts'

export interface PagePlan {
  readonly path: '/' | '/persons' | '/officers'
  readonly title: string
  readonly content: Html
  /** Marks the one script of the page for its content security policy. */
  readonly nonce: string
}

const PAGES = [
  ['/', '收件箱与机构'],
  ['/persons', '合成人员'],
  ['/officers', '人员密钥'],
] as const

// Only the inbox is fetched anew, so that a half-filled switch is never lost.
const SCRIPT = `
const inbox = document.getElementById('inbox');
if (inbox) setInterval(async () => {
  try {
    const answer = await fetch('/fragment/inbox');
    if (!answer.ok) return;
    const text = await answer.text();
    if (text !== inbox.dataset.shown) { inbox.innerHTML = text; inbox.dataset.shown = text; }
  } catch { }
}, 2000);
document.addEventListener('change', (event) => { if (event.target.matches('[data-sends]')) event.target.form.requestSubmit(); });
`

/** The frame of every page: banner, heading, three tabs. */
export function renderLayout({ path, title, content, nonce }: PagePlan): string {
  const tabs = PAGES.map(([to, name]) =>
    to === path ? html`<a href="${to}" aria-current="page">${name}</a>` : html`<a href="${to}">${name}</a>`,
  )
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} · 外部机构演示台</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(STYLES)}
        </style>
      </head>
      <body>
        <p class="demo">演示环境，非官方网站</p>
        <header class="top">
          <h1>外部机构演示台</h1>
          <nav aria-label="页面">${tabs}</nav>
        </header>
        <main>${content}</main>
        <script nonce="${nonce}">
          ${new Html(SCRIPT)}
        </script>
      </body>
    </html>`.text
}
