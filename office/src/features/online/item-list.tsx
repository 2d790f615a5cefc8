import type { OnlineCase } from '@xingtan/contract/office/material'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { Button } from 'antd'
import { ReasonPicker } from '../../components/reason-picker.tsx'
import { TwoChoice } from '../../components/two-choice.tsx'
import { type ItemDrafts, draftOf } from './item-draft.ts'

type Item = OnlineCase['items'][number]

const STATES: Readonly<Record<Item['state'], { readonly tone: Tone; readonly title: string }>> = {
  missing: { tone: 'neutral', title: '未提交' },
  uploaded: { tone: 'neutral', title: '未提交' },
  'handed-in': { tone: 'act', title: '待审核' },
  accepted: { tone: 'ok', title: '审核通过' },
  rejected: { tone: 'stop', title: '需更换' },
}

interface ItemListProps {
  readonly online: OnlineCase
  readonly drafts: ItemDrafts
  readonly onDrafts: (drafts: ItemDrafts) => void
  readonly shownCode: string | undefined
  readonly onShow: (code: string) => void
  readonly isEditable: boolean
  /** Whether rejections without a reason are marked now. */
  readonly isChecked: boolean
}

/** Each material with its file and what the officer says of it; the person hears of everything at one time. */
export function ItemList({ online, drafts, onDrafts, shownCode, onShow, isEditable, isChecked }: ItemListProps) {
  const reasons = online.reasons.map(({ code, sentence }) => ({ code, title: sentence, basis: null }))
  if (online.items.length === 0) return <p className="quiet">本件没有需要上传的材料。</p>
  return (
    <ol className="item-list">
      {online.items.map((item) => {
        const { materialId } = item
        const said = draftOf(item, drafts)
        const { tone, title } = STATES[item.state]
        const say = (accepted: boolean, chosen = said?.reasons ?? new Map<string, string>()) => {
          if (materialId !== null) onDrafts(new Map(drafts).set(materialId, { accepted, reasons: chosen }))
        }
        const isUnexplained = said !== undefined && !said.accepted && said.reasons.size === 0
        return (
          <li key={item.code} data-shown={item.code === shownCode}>
            <div className="item-head">
              <h3>{item.name}</h3>
              <StatusTag tone={tone}>{title}</StatusTag>
            </div>
            <p className="quiet">{item.why}</p>
            {item.url !== null && (
              <Button size="small" aria-pressed={item.code === shownCode} onClick={() => onShow(item.code)}>
                查看{item.name}
                {item.pages !== null && `（${item.pages} 页）`}
              </Button>
            )}
            {isEditable && materialId !== null && item.state !== 'missing' && (
              <>
                <TwoChoice
                  id={`item-${item.code}`}
                  legend={`审核：${item.name}`}
                  yes="通过"
                  no="需更换"
                  value={said?.accepted}
                  onChange={(accepted) => say(accepted)}
                />
                {said?.accepted === false && (
                  <ReasonPicker
                    reasons={reasons}
                    chosen={said.reasons}
                    onChange={(chosen) => say(false, chosen)}
                    error={isChecked && isUnexplained ? '请选择需更换的原因。' : undefined}
                  />
                )}
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}
