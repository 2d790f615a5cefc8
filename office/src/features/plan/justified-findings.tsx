import type { PlanView } from '@xingtan/contract/office/plan'

/** What the rules said when the plan was handed in, each warning with the reason given for it. */
export function JustifiedFindings({ view }: { readonly view: PlanView }) {
  const { findings, justifications } = view
  return (
    <section className="panel-flat" aria-labelledby="plan-justified">
      <h2 id="plan-justified">提交时的检查结果</h2>
      {findings.length === 0 ? (
        <p className="plan-clean">没有发现与规定不一致的地方。</p>
      ) : (
        <dl className="plan-facts">
          {findings.map(({ key, sentence }) => (
            <div key={key}>
              <dt>{sentence}</dt>
              <dd>理由：{justifications[key] ?? '未填写'}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
