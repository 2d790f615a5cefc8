import type { AgencyRecord } from '@xingtan/contract/office/agency'
import { previewSuccessionEndpoint } from '@xingtan/contract/office/succession'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { SuccessionOrder } from './succession-order.tsx'

interface SuccessionProps {
  readonly agency: AgencyRecord
  readonly onClose: () => void
}

/** Choose the successor → dry run → order: nothing moves before the last step (ADM-2). */
export function SuccessionDialog({ agency, onClose }: SuccessionProps) {
  const [newCode, setNewCode] = useState<string | undefined>()
  return (
    <Dialog title={`登记接替机构：${agency.name}`} wide onClose={onClose}>
      {newCode === undefined ? (
        <ChooseSuccessor onChosen={setNewCode} onClose={onClose} />
      ) : (
        <TryOut agency={agency} newCode={newCode} onBack={() => setNewCode(undefined)} onClose={onClose} />
      )}
    </Dialog>
  )
}

function ChooseSuccessor(props: { readonly onChosen: (code: string) => void; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const isCode = /^\d{5}$/.test(typed.trim())
  return (
    <form
      noValidate
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isCode) props.onChosen(typed.trim())
      }}
    >
      <p>先试算接替后有哪些内容移交，试算不会改变任何内容。</p>
      <Field
        label="接替机构代码"
        hint="5 位数字，可在机构与权限的列表中查到。"
        error={tried && !isCode ? '请填写接替机构的 5 位代码。' : undefined}
      >
        {(aria) => (
          <Input
            {...aria}
            data-autofocus
            inputMode="numeric"
            maxLength={5}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="dialog-actions">
        <Button onClick={props.onClose}>取消</Button>
        <Button type="primary" htmlType="submit">
          试算
        </Button>
      </div>
    </form>
  )
}

interface TryOutProps {
  readonly agency: AgencyRecord
  readonly newCode: string
  readonly onBack: () => void
  readonly onClose: () => void
}

function TryOut({ agency, newCode, onBack, onClose }: TryOutProps) {
  const preview = useEndpoint(previewSuccessionEndpoint, { agencyCode: agency.code, newCode })
  return (
    <>
      <QueryState query={preview} skeletonLines={4}>
        {(found) => (
          <SuccessionOrder
            agencyCode={agency.code}
            newCode={newCode}
            preview={found}
            onBack={onBack}
            onClose={onClose}
          />
        )}
      </QueryState>
      {preview.isError && <Button onClick={onBack}>重新选择接替机构</Button>}
    </>
  )
}
