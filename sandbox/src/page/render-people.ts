import { Scenario } from '@xingtan/contract/authority/sandbox-person'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { SCENARIO_PLANS } from '../people/scenarios.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

function renderStudies({ enrolment, educations, degrees }: SandboxPerson): Html {
  const lines = [
    ...(enrolment ? [`学籍 ${enrolment.school} ${enrolment.level} ${enrolment.status}`] : []),
    ...educations.map((record) => `学历 ${record.certificateNumber} ${record.level} ${record.conclusion}`),
    ...degrees.map((record) => `学位 ${record.certificateNumber} ${record.name}`),
  ]
  return html`${lines.map((line) => html`<small>${line}</small>`)}`
}

function renderPerson(person: SandboxPerson): Html {
  const proofs = person.proofs.map(({ qualificationType, subjectName, validUntil }) => {
    const title = QUALIFICATION_TITLES[qualificationType].replace('教师资格', '')
    // A kindergarten proof names no subject of its own.
    const what = title === subjectName ? title : `${title} ${subjectName}`
    return html`<small>${what}，有效期至 ${validUntil}</small>`
  })
  const grades = person.putonghua.map((result) => html`<small>${result.certificateNumber} ${result.grade}</small>`)
  const button = html`<form method="post" action="/control/people/${person.number}/diploma">
    <button>发放毕业证书</button>
  </form>`
  return html`<tr>
    <td data-title="姓名"><b>${person.name}</b> ${person.sex}<small>${person.areaName}</small></td>
    <td class="plain" data-title="证件号码">${person.number}<small>${person.phone} ${person.email}</small></td>
    <td data-title="情形"><span class="tag">${person.scenarioTitle}</span></td>
    <td data-title="考试合格证明">${proofs}</td>
    <td data-title="学籍、学历、学位">${renderStudies(person)}</td>
    <td data-title="普通话">${grades}</td>
    <td>${person.pendingDiploma ? button : ''}</td>
  </tr>`
}

/** Every person with the scenario, one scenario at a time if chosen. */
export function renderPeople(people: readonly SandboxPerson[], chosen: Scenario | undefined, today: string): Html {
  const options = Scenario.options.map((scenario) =>
    scenario === chosen
      ? html`<option value="${scenario}" selected>${SCENARIO_PLANS[scenario].title}</option>`
      : html`<option value="${scenario}">${SCENARIO_PLANS[scenario].title}</option>`,
  )
  const shown = people.filter((person) => chosen === undefined || person.scenario === chosen)
  return html`<section aria-labelledby="people">
    <h2 id="people">合成人员（${shown.length}）</h2>
    <p class="hint">这些人都不存在：证件号码的顺序码取 996 至 999，手机号码和邮箱也是编造的。演示日期 ${today}。</p>
    <form class="filter" method="get" action="/persons">
      <label
        >情形<select name="scenario" data-sends>
          <option value="">全部</option>
          ${options}
        </select></label
      >
      <button>筛选</button>
    </form>
    <div class="table">
      <table>
        <thead>
          <tr>
            <th>姓名</th>
            <th>证件号码与联系方式</th>
            <th>情形</th>
            <th>考试合格证明</th>
            <th>学籍、学历、学位</th>
            <th>普通话</th>
            <th>操作</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(renderPerson)}
        </tbody>
      </table>
    </div>
  </section>`
}
