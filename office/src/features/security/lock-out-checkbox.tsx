import type { ProblemCode } from '@xingtan/contract/problem'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Checkbox } from 'antd'

const LOCKS_OUT: ProblemCode = 'staff.address-locks-out'

interface LockOutProps {
  readonly problem: ProblemError | null
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Shown only after the server warned that the change shuts the editor out. */
export function LockOutCheckbox({ problem, checked, onChange }: LockOutProps) {
  if (problem?.code !== LOCKS_OUT && !checked) return null
  return (
    <Checkbox checked={checked} onChange={(event) => onChange(event.target.checked)}>
      我已知晓：保存后，我现在所用的地址不能登录本系统
    </Checkbox>
  )
}
