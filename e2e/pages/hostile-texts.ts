import { expect, type Page } from '@playwright/test'

/** Texts that run something where they are taken for markup (S-089). Each would set `window.hostile`. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>window.hostile=1</script>',
  '<img src=x onerror=window.hostile=1>',
  '<svg onload=window.hostile=1>',
  '<svg><script>window.hostile=1</script></svg>',
  '"><script>window.hostile=1</script>',
  `'-window.hostile=1-'`,
  'javascript:window.hostile=1',
  '<a href="javascript:window.hostile=1">字</a>',
  '[字](javascript:window.hostile=1)',
  '<iframe srcdoc="<script>parent.hostile=1</script>"></iframe>',
  '<iframe src="javascript:parent.hostile=1"></iframe>',
  '<object data="javascript:window.hostile=1"></object>',
  '<embed src="javascript:window.hostile=1">',
  '<details open ontoggle=window.hostile=1>字</details>',
  '<input autofocus onfocus=window.hostile=1>',
  '<select autofocus onfocus=window.hostile=1></select>',
  '<textarea autofocus onfocus=window.hostile=1></textarea>',
  '<body onload=window.hostile=1>',
  '<marquee onstart=window.hostile=1>字</marquee>',
  '<video><source onerror=window.hostile=1></video>',
  '<audio src=x onerror=window.hostile=1></audio>',
  '<form action="javascript:window.hostile=1"><button>字</button></form>',
  '<math><mi xlink:href="javascript:window.hostile=1">字</mi></math>',
  '<style>@import "javascript:window.hostile=1"</style>',
  '<p style="background:url(javascript:window.hostile=1)">字</p>',
  '<link rel=stylesheet href="javascript:window.hostile=1">',
  '<meta http-equiv=refresh content="0;url=javascript:window.hostile=1">',
  '<base href="javascript:window.hostile=1//">',
  '<noscript><p title="</noscript><img src=x onerror=window.hostile=1>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hostile=1&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=window.hostile=1>">',
  '<template><script>window.hostile=1</script></template>',
  '<!--<img src="--><img src=x onerror=window.hostile=1//">',
  '<![CDATA[<script>window.hostile=1</script>]]>',
  '&lt;script&gt;window.hostile=1&lt;/script&gt;',
  '{{constructor.constructor("window.hostile=1")()}}',
  '${window.hostile=1}',
  '%3Cscript%3Ewindow.hostile=1%3C/script%3E',
  '\\u003cscript\\u003ewindow.hostile=1\\u003c/script\\u003e',
  '<x onclick=window.hostile=1 tabindex=1 id=x></x>',
]

/** From here on every dialog and every report of the content policy in this page is counted. */
export async function watchInert(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const reports: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => reports.push(event.violatedDirective))
    Object.defineProperty(window, 'policyReports', { value: reports })
  })
  page.on('dialog', (dialog) => {
    throw new Error(`a text opened a dialog: ${dialog.message()}`)
  })
}

/** Nothing ran, nothing was stopped by the content policy, and no element of ours came from a text. */
export async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: 'hostile' in window,
    reports: Reflect.get(window, 'policyReports'),
    foreign: document.querySelectorAll(
      'main iframe, main object, main embed, main [onerror], main [onload], main form[action]',
    ).length,
  }))
  expect(found).toEqual({ ran: false, reports: [], foreign: 0 })
}
