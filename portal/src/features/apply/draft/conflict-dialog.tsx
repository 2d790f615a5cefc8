import { type Draft, STEP_NAMES } from '@xingtan/contract/application'
import { Button } from '@xingtan/ui/components/button'
import { Dialog } from '@xingtan/ui/components/dialog'
import { Notice } from '@xingtan/ui/components/notice'
import { formatInstant } from '@xingtan/ui/date-format'
import { useState } from 'react'
import { titleOfStep } from '../../../application-steps.ts'
import { useDraftDesk } from './draft-context.ts'
import { isSame } from './draft-state.ts'

/** Two windows wrote into one step: the person sees which, and chooses. Nothing is saved before that. */
export function ConflictDialog() {
  const { saver, draft, newer } = useDraftDesk()
  const [putOff, setPutOff] = useState<Draft>()
  if (newer === undefined) return null
  const differing = STEP_NAMES.filter((step) => !isSame(newer.steps[step], draft.steps[step]))
  return (
    <>
      {putOff === newer && (
        <Notice tone="stop" title="另一个窗口保存了更新的内容">
          <p>本页的修改尚未保存。请先选择保留哪一份内容。</p>
          <div className="button-row">
            <Button onClick={() => setPutOff(undefined)}>选择保留哪一份</Button>
          </div>
        </Notice>
      )}
      <Dialog title="另一个窗口保存了更新的内容" isOpen={putOff !== newer} onClose={() => setPutOff(newer)}>
        <p>
          这份报名在另一个窗口或另一台设备上于 {formatInstant(newer.savedAt)} 保存过，与本页内容不同。请选择保留哪一份。
        </p>
        <p className="secondary">内容不同的步骤：{differing.map(titleOfStep).join('、')}。</p>
        <p className="hint">选择“使用较新的内容”，本页尚未保存的修改会丢弃。</p>
        <div className="button-row">
          <Button kind="primary" onClick={saver.takeNewer}>
            使用较新的内容
          </Button>
          <Button onClick={saver.keepOwn}>保留本页内容并覆盖</Button>
        </div>
      </Dialog>
    </>
  )
}
