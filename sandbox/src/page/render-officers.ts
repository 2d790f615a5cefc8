import { PIN_TRIES } from '@xingtan/contract/authority/key-middleware'
import type { KeyFlaw } from '@xingtan/contract/authority/key-middleware'
import { OFFICE_ROLE_TITLES } from '@xingtan/contract/office/session'
import type { KeyRing } from '../key/officers.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

const FLAW_TITLES: Readonly<Record<KeyFlaw, string>> = {
  none: '可用',
  expired: '证书已过期',
  revoked: '证书已吊销',
  'other-ca': '由其他机构签发',
  'self-signed': '自签名',
}

/** The officers' keys with their PINs, which of them are flawed on purpose, and which are locked. */
export function renderOfficers(ring: KeyRing, wrongPins: Readonly<Record<string, number>>): Html {
  const rows = ring.keys.map(({ officer }) => {
    const isLocked = (wrongPins[officer.serial] ?? 0) >= PIN_TRIES
    const kind = officer.flaw === 'none' ? 'ok' : 'stop'
    const unlock = html`<form method="post" action="/control/keys/${officer.serial}/unlock">
      <button>解锁</button>
    </form>`
    return html`<tr>
      <td data-title="持有人"><b>${officer.holder}</b></td>
      <td data-title="机构">${officer.agencyName}</td>
      <td data-title="角色">${officer.roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')}</td>
      <td class="plain" data-title="序列号">${officer.serial}</td>
      <td data-title="PIN">${officer.pin}</td>
      <td data-title="证书">
        <span class="tag ${kind}">${FLAW_TITLES[officer.flaw]}</span>
        ${isLocked ? html` <span class="tag stop">已锁定</span>` : ''}
      </td>
      <td>${isLocked ? unlock : ''}</td>
    </tr>`
  })
  return html`<section aria-labelledby="officers">
    <h2 id="officers">人员密钥</h2>
    <p class="hint">这里代替工作人员电脑上的密钥程序。连续输错 ${PIN_TRIES} 次 PIN，密钥会锁定，可以在这里解锁。</p>
    <div class="table">
      <table>
        <thead>
          <tr>
            <th>持有人</th>
            <th>机构</th>
            <th>角色</th>
            <th>序列号</th>
            <th>PIN</th>
            <th>证书</th>
            <th>操作</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`
}
