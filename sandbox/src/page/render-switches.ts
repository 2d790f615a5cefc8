import { AUTHORITY_TITLES } from '@xingtan/contract/authority/authority-name'
import { FaultMode, FaultTarget, MAIL_FAULT_MODES } from '@xingtan/contract/authority/sandbox-control'
import type { Fault, Faults } from '@xingtan/contract/authority/sandbox-control'
import { html } from './html.ts'
import type { Html } from './html.ts'

const MODE_TITLES: Readonly<Record<FaultMode, string>> = {
  ok: '正常应答',
  reset: '中断：连接被切断',
  unavailable: '中断：返回 503',
  slow: '很慢：30 秒后应答',
  garbage: '乱答：返回网页',
  truncated: '乱答：内容截断',
  'wrong-charset': '乱答：编码错误',
  huge: '乱答：100 MB 内容',
  drip: '乱答：每秒一个字节',
  redirect: '乱答：跳转到别处',
  'extra-fields': '多出未约定的字段',
  'wrong-person': '答成另一个人',
  limited: '限流：返回 429',
}

const TARGET_TITLES: Readonly<Record<FaultTarget, string>> = { ...AUTHORITY_TITLES, mail: '邮件服务器' }

function renderSwitch(authority: FaultTarget, fault: Fault, calls: number): Html {
  const modes = authority === 'mail' ? MAIL_FAULT_MODES : FaultMode.options
  const options = modes.map((mode) =>
    mode === fault.mode
      ? html`<option value="${mode}" selected>${MODE_TITLES[mode]}</option>`
      : html`<option value="${mode}">${MODE_TITLES[mode]}</option>`,
  )
  const isFaulty = fault.mode !== 'ok' || fault.latencyMs > 0
  const state = isFaulty ? html`<span class="tag stop">有故障</span>` : html`<span class="tag ok">正常</span>`
  return html`<form class="switch ${isFaulty ? 'faulty' : ''}" method="post" action="/control/faults">
      <div><b>${TARGET_TITLES[authority]}</b> ${state}<br /><small>已被调用 ${calls} 次</small></div>
      <input type="hidden" name="authority" value="${authority}" />
      <label
        >应答方式<select name="mode">
          ${options}
        </select></label
      >
      <label>延迟（毫秒）<input name="latencyMs" type="number" min="0" max="60000" value="${fault.latencyMs}" /></label>
      <label>故障比例（%）<input name="percent" type="number" min="0" max="100" value="${fault.percent}" /></label>
      <button>应用</button>
      <button form="reset-${authority}">恢复</button>
    </form>
    <form id="reset-${authority}" method="post" action="/control/faults" hidden>
      <input type="hidden" name="authority" value="${authority}" /><input type="hidden" name="mode" value="ok" />
      <input type="hidden" name="latencyMs" value="0" /><input type="hidden" name="percent" value="100" />
    </form>`
}

/** One row of switches per authority. */
export function renderSwitches(faults: Faults, calls: ReadonlyMap<FaultTarget, number>): Html {
  const rows = FaultTarget.options.map((authority) =>
    renderSwitch(authority, faults[authority], calls.get(authority) ?? 0),
  )
  return html`<section aria-labelledby="switches">
    <div class="heading">
      <h2 id="switches">外部机构</h2>
      <form method="post" action="/control/faults">
        <input type="hidden" name="authority" value="" /><button>全部恢复正常</button>
      </form>
    </div>
    <p class="hint">在这里让某个机构变慢、中断或答错，观察系统怎样应对。来源中断时，任何人都不会因此被拒绝。</p>
    <div class="switches">${rows}</div>
  </section>`
}
