import { Button } from '@xingtan/ui/components/button'
import { TextField } from '@xingtan/ui/components/text-field'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { useState } from 'react'

export interface AddRecordProps {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** What the button that opens the field says, for example 「添加普通话证书」. */
  readonly openLabel: string
  /** Whether the field stands open because there is nothing to choose yet. */
  readonly isOpenAtFirst: boolean
  /** What the draft misses while there is nothing to choose. */
  readonly error?: string | undefined
  readonly command: { readonly isPending: boolean; readonly error: ProblemError | null }
  /** Asks the source about a number; true when it was taken. */
  readonly onVerify: (number: string) => Promise<boolean>
}

function sentenceOf(error: ProblemError | null): string | undefined {
  if (error === null) return undefined
  const [first] = error.document.reasons
  return first?.sentence ?? error.document.detail
}

/** Adds a record by its number on the spot, so that nobody has to leave the form for it. */
export function AddRecord(props: AddRecordProps) {
  const { id, command, isOpenAtFirst, onVerify } = props
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const [number, setNumber] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  if (!isOpen) {
    return (
      <div className="button-row">
        <Button onClick={() => setIsOpen(true)}>{props.openLabel}</Button>
      </div>
    )
  }
  const verify = async (): Promise<void> => {
    const wanted = number.replaceAll(/\s/g, '')
    setIsMissing(wanted === '')
    if (wanted === '' || !(await onVerify(wanted))) return
    setNumber('')
    setIsOpen(false)
  }
  return (
    <div className="panel-stack">
      <TextField
        id={id}
        label={props.label}
        hint={props.hint}
        value={number}
        onChange={setNumber}
        onEnter={() => {
          if (!command.isPending) void verify()
        }}
        isOptional={!isOpenAtFirst}
        error={isMissing ? '请填写证书编号。' : (sentenceOf(command.error) ?? props.error)}
      />
      <div className="button-row">
        <Button busy={command.isPending ? '正在提交核验' : undefined} onClick={() => void verify()}>
          核验
        </Button>
        {!isOpenAtFirst && (
          <Button kind="quiet" onClick={() => setIsOpen(false)}>
            不添加
          </Button>
        )}
      </div>
    </div>
  )
}
