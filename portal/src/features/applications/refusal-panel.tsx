import type { ApplicationView } from '@xingtan/contract/application'
import { Panel } from '@xingtan/ui/components/panel'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'

/** A refusal: every reason with what was found and where it is written, then what can be done and whom to ask. */
export function RefusalPanel({ application }: { readonly application: ApplicationView }) {
  const { reasons, remedy, status, pointName, agencyName } = application
  if (reasons.length === 0 && remedy === null) return null
  const isAtDesk = status === 'confirmation-refused'
  return (
    <Panel title={isAtDesk ? '确认未通过的原因' : '没有通过的原因'}>
      <ol className="case-reasons">
        {reasons.map(({ code, title, note, basis }) => (
          <li key={code}>
            <strong>{title}</strong>
            {note !== null && <p>{note}</p>}
            {basis !== null && <p className="hint">依据：{basis}</p>}
          </li>
        ))}
      </ol>
      {remedy !== null && (
        <div className="case-group">
          <h3>您可以怎么做</h3>
          <p>{remedy}</p>
        </div>
      )}
      <div className="case-group">
        <h3>咨询</h3>
        <p>
          对结果有疑问的，请向{isAtDesk ? pointName : agencyName}咨询，或查看<Link to={paths.help}>咨询服务</Link>。
        </p>
      </div>
    </Panel>
  )
}
