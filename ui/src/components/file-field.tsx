import './button.css'
import { describedBy, Field, type FieldProps } from './field.tsx'

export interface FileFieldProps extends FieldProps {
  /** For example `image/*` or `application/pdf`. */
  readonly accept: string
  readonly onChoose: (file: File) => void
  /** Name and size of what is there already. */
  readonly current?: string
}

/** One file. Choosing the same file again asks again, because it may have been corrected in between. */
export function FileField(props: FileFieldProps) {
  return (
    <Field {...props}>
      <input
        className="visually-hidden file-input"
        id={props.id}
        name={props.id}
        type="file"
        accept={props.accept}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-describedby={describedBy(props)}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) props.onChoose(file)
        }}
      />
      <label className="button button-secondary file-button" htmlFor={props.id}>
        {props.current === undefined ? '选择文件' : '更换文件'}
      </label>
      {props.current !== undefined && <p className="hint file-name">已选择：{props.current}</p>}
    </Field>
  )
}
