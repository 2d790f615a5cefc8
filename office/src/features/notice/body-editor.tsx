import { FieldError } from '@xingtan/ui/components/field'
import { useEffect, useId, useRef } from 'react'
import { MARKUP_TITLES, type Markup, insertMarkup } from './insert-markup.ts'

interface BodyEditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

// Object.keys() forgets what the keys are; they are those of the constant.
const KINDS = Object.keys(MARKUP_TITLES) as Markup[]

/** 正文: plain text with a few marks; the buttons put them, and everything works by typing alone. */
export function BodyEditor({ value, onChange, error }: BodyEditorProps) {
  const areaRef = useRef<HTMLTextAreaElement>(null)
  const chosenRef = useRef<readonly [number, number]>(undefined)
  const hintId = useId()
  useEffect(() => {
    // After a button: the cursor goes back into the text, on what was put there.
    const chosen = chosenRef.current
    if (chosen === undefined) return
    chosenRef.current = undefined
    areaRef.current?.focus()
    areaRef.current?.setSelectionRange(...chosen)
  })
  const put = (kind: Markup): void => {
    const area = areaRef.current
    if (area === null) return
    const next = insertMarkup({ text: value, start: area.selectionStart, end: area.selectionEnd }, kind)
    chosenRef.current = [next.start, next.end]
    onChange(next.text)
  }
  return (
    <div className={error === undefined ? 'field field-wide' : 'field field-wide field-with-error'}>
      <label htmlFor="body">正文</label>
      <p className="hint" id={hintId}>
        空一行另起一段。## 开头是小标题，- 开头是列表，| 分隔的行是表格。也可以选中文字后使用下面的按钮。
      </p>
      <div className="markup-bar" role="toolbar" aria-label="正文格式" aria-controls="body">
        {KINDS.map((kind) => (
          <button type="button" key={kind} onClick={() => put(kind)}>
            {MARKUP_TITLES[kind]}
          </button>
        ))}
      </div>
      <textarea
        ref={areaRef}
        className="control notice-body"
        id="body"
        name="body"
        rows={18}
        value={value}
        aria-required
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? hintId : `${hintId} body-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldError id="body" error={error} />
    </div>
  )
}
