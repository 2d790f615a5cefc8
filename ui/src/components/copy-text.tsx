import './copy-text.css'
import { useToast } from '../use-toast.ts'
import { Button } from './button.tsx'

export interface CopyTextProps {
  readonly text: string
  /** What lands on the clipboard when the text is shown in groups. */
  readonly copied?: string
  /** What is copied, for example `报名号`. */
  readonly name: string
  readonly isLarge?: boolean
}

/** A number one needs elsewhere, with a copy button. */
export function CopyText({ text, copied = text, name, isLarge }: CopyTextProps) {
  const announce = useToast()
  const copy = async (): Promise<void> => {
    try {
      // Missing outside secure contexts; then the text can still be selected with one click.
      await navigator.clipboard.writeText(copied)
      announce(`已复制${name}。`)
    } catch {
      announce(`浏览器不允许自动复制，请选中${name}后手动复制。`)
    }
  }
  return (
    <span className={isLarge === true ? 'copy-text copy-text-large' : 'copy-text'}>
      <span className="copy-text-value">{text}</span>
      <Button kind="quiet" label={`复制${name}`} onClick={() => void copy()}>
        复制
      </Button>
    </span>
  )
}
