import {
  CUSTODY_KIND_TITLES,
  type CustodyItem,
  CustodyKind,
  assignCustodyEndpoint,
  listKeepersEndpoint,
  registerCustodyEndpoint,
  retireCustodyEndpoint,
} from '@xingtan/contract/office/custody'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import type { ReactNode } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { type FormLine, ShortForm } from '../../components/short-form.tsx'

const KINDS = CustodyKind.options.map((value) => ({ value, label: CUSTODY_KIND_TITLES[value] }))

interface WithKeepersProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: (keeperLine: FormLine) => ReactNode
}

/** Waits for the people who may keep an item. */
function WithKeepers({ title, onClose, children }: WithKeepersProps) {
  const keepers = useEndpoint(listKeepersEndpoint, {})
  if (keepers.data !== undefined) {
    const options = keepers.data.keepers.map(({ personId, name }) => ({ value: personId, label: name }))
    return children({ id: 'personId', label: '保管人', options })
  }
  return (
    <Dialog title={title} wide onClose={onClose}>
      <QueryState query={keepers} skeletonLines={5}>
        {() => null}
      </QueryState>
    </Dialog>
  )
}

/** Enters an item with its first keeper. */
export function RegisterDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <WithKeepers title="登记物品" onClose={onClose}>
      {(keeperLine) => (
        <ShortForm
          endpoint={registerCustodyEndpoint}
          title="登记物品"
          lead={<p>每件物品登记一次，编号以机身或外壳上的为准。</p>}
          lines={[
            { id: 'kind', label: '种类', options: KINDS, initial: 'computer' },
            { id: 'serial', label: '编号', maxLength: 60 },
            { id: 'label', label: '名称', hint: '例如 认定专用机（二楼）。', maxLength: 60 },
            keeperLine,
            { id: 'note', label: '说明', hint: '例如 2026 年配发。', maxLength: 200 },
          ]}
          submitText="登记"
          done="已登记，保管从现在开始。"
          onClose={onClose}
          toInput={(values) => ({
            kind: CustodyKind.catch('computer').parse(values['kind']),
            serial: values['serial'] ?? '',
            label: values['label'] ?? '',
            personId: values['personId'] ?? '',
            note: values['note'] ?? '',
          })}
        />
      )}
    </WithKeepers>
  )
}

interface ItemDialogProps {
  readonly item: CustodyItem
  readonly onClose: () => void
}

/** Hands an item to another keeper. */
export function AssignDialog({ item, onClose }: ItemDialogProps) {
  const { itemId, termId, label } = item
  return (
    <WithKeepers title={`移交：${label}`} onClose={onClose}>
      {(keeperLine) => (
        <ShortForm
          endpoint={assignCustodyEndpoint}
          title={`移交：${label}`}
          lead={<p>原保管到此为止，新的保管从同一时刻开始；移交记录不能修改。</p>}
          lines={[keeperLine, { id: 'note', label: '说明', maxLength: 200 }]}
          submitText="移交"
          done="已移交，记录已留存。"
          onClose={onClose}
          toInput={({ personId = '', note = '' }) => ({ itemId, termId, personId, note })}
        />
      )}
    </WithKeepers>
  )
}

/** Takes an item out of use. */
export function RetireDialog({ item, onClose }: ItemDialogProps) {
  return (
    <ShortForm
      endpoint={retireCustodyEndpoint}
      title={`停用：${item.label}`}
      lead={<p>停用后不能恢复；存储介质须先清除数据。保管记录继续留存。</p>}
      lines={[{ id: 'reason', label: '原因', maxLength: 200 }]}
      submitText="停用"
      isDanger
      done="已停用，记录已留存。"
      onClose={onClose}
      toInput={({ reason = '' }) => ({ itemId: item.itemId, reason })}
    />
  )
}
