import type { PointView } from '@xingtan/contract/office/point'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'

/** The same as the form, for those who only look. */
export function PointFacts({ view }: { readonly view: PointView }) {
  const { row, profile } = view
  const facts: readonly (readonly [string, string])[] = [
    ['地址', row.address],
    ['确认范围', profile.scope],
    ['街道', profile.streets.length === 0 ? '不限' : profile.streets.join('、')],
    ['资格种类', profile.types.map((type) => QUALIFICATION_TITLES[type]).join('、')],
    ['开放时间', row.hours],
    ['窗口', `${row.deskCount} 个`],
  ]
  return (
    <section className="panel-flat" aria-labelledby="point-facts">
      <h2 id="point-facts">确认点信息</h2>
      <dl className="point-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {profile.notices.map((notice) => (
        <p key={notice} className="quiet">
          {notice}
        </p>
      ))}
    </section>
  )
}
