import { describe, expect, test } from 'vitest'
import { listLinks, renderRichText, sanitizeRichText, toPlainText } from './rich-text.ts'

/** Payloads that run something in a browser when they reach a page; the last ones change while being parsed twice. */
const CORPUS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)//',
  '<body onload=alert(1)>',
  '<p onclick="alert(1)">字</p>',
  '<p/onmouseover=alert(1)>字</p>',
  '<a href="javascript:alert(1)">字</a>',
  '<a href="JaVaScRiPt:alert(1)">字</a>',
  '<a href="java\tscript:alert(1)">字</a>',
  '<a href="&#106;avascript:alert(1)">字</a>',
  '<a href=" javascript:alert(1)">字</a>',
  '<a href="\u0001javascript:alert(1)">字</a>',
  '<a href="vbscript:msgbox(1)">字</a>',
  '<a href="data:text/html,<script>alert(1)</script>">字</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">字</a>',
  '<a href="//evil.example/">字</a>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=20>字</text></a></svg>',
  '<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
  '<math><mi xlink:href="javascript:alert(1)">字</mi></math>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button>字</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>字</details>',
  '<p style="background:url(javascript:alert(1))">字</p>',
  '<div style="position:fixed;inset:0">字</div>',
  '<style>*{background:url(https://evil.example)}</style>',
  '<link rel=stylesheet href=https://evil.example>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<video><source onerror=alert(1)></video>',
  '<template><script>alert(1)</script></template>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
  '<select><template><style><!--</style><a rel="--></style></template></select><img id=x src onerror=alert(1)>">',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<textarea><p title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<p title="&lt;/p&gt;&lt;img src=x onerror=alert(1)&gt;">字</p>',
  '<table><td background="javascript:alert(1)">字</td></table>',
  '`<img src=x onerror=alert(1)>`',
  '[字](javascript:alert(1))',
  '[字](data:text/html,<script>alert(1)</script>)',
  '![字](x" onerror="alert(1))',
  '<javascript:alert(1)>',
  '[字]: javascript:alert(1)\n\n[字]',
]
const TAG =
  /^<(?:\/?(?:h[2-4]|p|ul|ol|li|blockquote|strong|em|del|table|thead|tbody|tr|th|td|a)|br ?\/?|hr ?\/?)(?: (?:href="https?:\/\/[^"<>]*"|rel="noopener noreferrer nofollow"|start="\d+"|(?:col|row)span="\d+"))*( ?\/)?>$/

/** Every tag that is left, whole. */
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? []

describe('the text of an announcement (S-090)', () => {
  test.each(CORPUS)('%s leaves nothing that acts, and a second pass changes nothing', (payload) => {
    for (const clean of [
      sanitizeRichText(payload),
      renderRichText(payload),
      renderRichText(`前\n\n${payload}\n\n后`),
    ]) {
      expect(tagsOf(clean).filter((tag) => !TAG.test(tag))).toEqual([])
      expect(sanitizeRichText(clean)).toBe(clean)
    }
  })

  test('headings, lists, tables, emphasis and links of the markup come through', () => {
    const html = renderRichText(
      '# 一、时间\n\n9月14日至25日。\n第二行 **加粗**\n\n- 甲\n- 乙\n\n1. 一\n2. 二\n\n| 项目 | 时间 |\n|---|---|\n| 网报 | 9月 |\n\n[教育厅](https://jyt.example.cn/a?b=1&c=2)',
    )
    expect(html).toContain('<h2>一、时间</h2>')
    expect(html).toContain('第二行 <strong>加粗</strong>')
    expect(html).toContain('<ul>\n<li>甲</li>')
    expect(html).toContain('<ol>\n<li>一</li>')
    expect(html).toContain('<th>项目</th>')
    expect(html).toContain(
      '<a href="https://jyt.example.cn/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">教育厅</a>',
    )
    expect(sanitizeRichText(html)).toBe(html)
  })

  test('bold works between Chinese words, and an address that is no web address leaves its words', () => {
    expect(renderRichText('请**“本人”**办理')).toBe('<p>请<strong>“本人”</strong>办理</p>')
    expect(renderRichText('[甲](ftp://a.example) jszg@a.gov.cn')).toBe('<p>甲 jszg@a.gov.cn</p>')
  })

  test('its words are read as people read them, with marks in the middle of a number as well', () => {
    const html = renderRichText('电话 138**0013**8000，1 < 2 & 3\n\n- 甲\n- 乙')
    expect(toPlainText(html)).toBe('电话 13800138000，1 < 2 & 3\n甲\n乙')
  })

  test('its links are listed with what they lead to', () => {
    expect(listLinks(renderRichText('[a](https://a.example/x) https://b.example'))).toEqual([
      'https://a.example/x',
      'https://b.example',
    ])
  })
})
