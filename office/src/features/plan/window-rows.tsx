import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '../../components/field.tsx'
import { type WindowDraft, emptyWindow } from './plan-draft.ts'

interface WindowInputsProps {
  readonly title: string
  readonly row: WindowDraft
  readonly error: string | undefined
  readonly onChange: (change: Pick<WindowDraft, 'opens' | 'closes'>) => void
}

/** Beginning and end of one window, in Shanghai time; it is shut at the very minute of its end. */
export function WindowInputs({ title, row, error, onChange }: WindowInputsProps) {
  const { opens, closes } = row
  const input = (label: string, value: string, change: (typed: string) => void, shown?: string) => (
    <Field label={label} error={shown}>
      {(aria) => (
        <input
          {...aria}
          type="datetime-local"
          aria-label={`${title}${label}`}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </Field>
  )
  return (
    <div className="plan-window">
      {input('开始', opens, (typed) => onChange({ opens: typed, closes }), error)}
      {input('结束', closes, (typed) => onChange({ opens, closes: typed }))}
    </div>
  )
}

interface WindowRowsProps<Row extends WindowDraft> {
  readonly title: string
  readonly path: string
  readonly rows: readonly Row[]
  readonly most: number
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (rows: readonly Row[]) => void
  readonly start: (window: WindowDraft) => Row
  readonly children?: (row: Row, replace: (row: Row) => void) => ReactNode
}

/** As many windows of one purpose as there are, each with what belongs to it. */
export function WindowRows<Row extends WindowDraft>(props: WindowRowsProps<Row>) {
  const { title, path, rows, most, errors, onChange, start, children } = props
  const replace = (row: Row) => onChange(rows.map((one) => (one.key === row.key ? row : one)))
  return (
    <fieldset className="plan-part">
      <legend>{title}</legend>
      {rows.length === 0 && <p className="quiet">还没有设置。</p>}
      {rows.map((row, place) => {
        const name = rows.length === 1 ? title : `${title}第 ${place + 1} 段`
        return (
          <div key={row.key} className="plan-row">
            {rows.length > 1 && <p className="plan-row-title">第 {place + 1} 段</p>}
            <WindowInputs
              title={name}
              row={row}
              error={errors.get(`${path}.${place}`)}
              onChange={(change) => replace({ ...row, ...change })}
            />
            {children?.(row, replace)}
            <Button aria-label={`移除${name}`} onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}>
              移除
            </Button>
          </div>
        )
      })}
      {rows.length < most && (
        <Button onClick={() => onChange([...rows, start(emptyWindow())])}>
          {rows.length === 0 ? `设置${title}` : '再加一段'}
        </Button>
      )}
    </fieldset>
  )
}
