import type { InboxMail, InboxSms } from '@xingtan/contract/authority/sandbox-control'
import type { Memory } from '../store.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

const SHOWN = 50

const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
})

function renderSms(message: InboxSms): Html {
  return html`<li>
    <div class="meta">
      <b>${message.phone}</b><span>${message.template}</span>
      <time datetime="${message.receivedAt}">${time.format(new Date(message.receivedAt))}</time>
    </div>
    <p>${message.text}</p>
  </li>`
}

function renderMail(mail: InboxMail): Html {
  return html`<li>
    <div class="meta">
      <b>${mail.to.join('，')}</b> <time datetime="${mail.receivedAt}">${time.format(new Date(mail.receivedAt))}</time>
    </div>
    <p><b>${mail.subject}</b></p>
    <p>${mail.text}</p>
  </li>`
}

function renderList(title: string, items: readonly Html[], empty: string): Html {
  return items.length === 0
    ? html`<p class="hint">${empty}</p>`
    : html`<ol class="messages" tabindex="0" aria-label="${title}">
        ${items}
      </ol>`
}

/** Every message and mail that was sent, newest first. */
export function renderInbox({ sms, mails }: Memory): Html {
  return html`<section aria-labelledby="sms">
      <h2 id="sms">短信（${sms.length}）</h2>
      ${renderList('短信', sms.slice(0, SHOWN).map(renderSms), '还没有短信。系统发出的短信会自动出现在这里。')}
    </section>
    <section aria-labelledby="mail">
      <h2 id="mail">邮件（${mails.length}）</h2>
      ${renderList('邮件', mails.slice(0, SHOWN).map(renderMail), '还没有邮件。系统发出的邮件会自动出现在这里。')}
    </section>`
}
