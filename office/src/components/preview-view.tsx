import type { Preview } from '@xingtan/contract/office/proposal'
import { ScrollRegion } from './scroll-region.tsx'
import './preview-view.css'

/** What a change would do: whom it touches, the lines that differ, sample verdicts that differ. */
export function PreviewView({ preview }: { readonly preview: Preview }) {
  const { effects, changes, verdicts } = preview
  return (
    <section className="preview" aria-label="变更预览">
      <h2>变更预览</h2>
      <ul className="preview-effects">
        {effects.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {changes.length === 0 && <p className="quiet">内容与现在的规则相同。</p>}
      {changes.length > 0 && (
        <ChangeTable
          heads={['项目', '现在', '变更后']}
          rows={changes.map((row) => [row.title, row.before, row.after])}
        />
      )}
      {verdicts.length > 0 && (
        <>
          <h3>结论会改变的情形</h3>
          <ChangeTable
            heads={['情形', '现在', '变更后']}
            rows={verdicts.map((row) => [row.situation, row.before, row.after])}
          />
        </>
      )}
    </section>
  )
}

interface ChangeTableProps {
  readonly heads: readonly [string, string, string]
  readonly rows: readonly (readonly [string, string, string])[]
}

function ChangeTable({ heads, rows }: ChangeTableProps) {
  return (
    <ScrollRegion className="table-scroll preview-table" label={heads[0]}>
      <table className="case-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, before, after]) => (
            <tr key={title}>
              <td>{title}</td>
              <td>{before}</td>
              <td>
                <strong>{after}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
