import { Button } from 'antd'
import type { ReactNode } from 'react'

interface RowListProps<Row> {
  readonly title: string
  /** What one row is called, for example `第 1 个环节`. */
  readonly nameOf: (place: number) => string
  readonly rows: readonly Row[]
  readonly empty: Row
  readonly max: number
  readonly error: string | undefined
  readonly errorOf: (index: number) => string | undefined
  readonly onChange: (rows: Row[]) => void
  readonly children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode
}

/** Rows of one kind that are added and taken away; each says what is wrong with it. */
export function RowList<Row extends object>(props: RowListProps<Row>) {
  const { title, nameOf, rows, onChange } = props
  return (
    <section className="filing-rows" aria-label={title}>
      <h3>{title}</h3>
      {rows.map((row, index) => {
        const error = props.errorOf(index)
        return (
          // Rows have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={index} className="filing-row">
            <legend>{nameOf(index + 1)}</legend>
            {props.children(row, (part) =>
              onChange(rows.map((one, place) => (place === index ? { ...one, ...part } : one))),
            )}
            <Button
              aria-label={`删去${nameOf(index + 1)}`}
              onClick={() => onChange(rows.filter((_one, place) => place !== index))}
            >
              删去
            </Button>
            {error !== undefined && <p className="field-error">{error}</p>}
          </fieldset>
        )
      })}
      {props.error !== undefined && <p className="field-error">{props.error}</p>}
      {rows.length < props.max && (
        <Button onClick={() => onChange([...rows, props.empty])}>增加{nameOf(rows.length + 1)}</Button>
      )}
    </section>
  )
}
