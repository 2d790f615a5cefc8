import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { answerRestrictionWarningEndpoint, listRestrictionWarningsEndpoint } from '@xingtan/contract/office/restriction'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { TextDialog } from '../../components/text-dialog.tsx'

type Warning = OutputOf<typeof listRestrictionWarningsEndpoint>['warnings'][number]

/** 通报警示: agencies with two or more wrong entries in a year, with the day to mend by (RES-3). */
export function WarningList() {
  const warnings = useEndpoint(listRestrictionWarningsEndpoint, {})
  const [answering, setAnswering] = useState<Warning>()
  if (warnings.data === undefined || warnings.data.warnings.length === 0) return null
  return (
    <section className="restriction-warnings" aria-labelledby="warnings">
      <h2 id="warnings">录入错误警示</h2>
      <ul>
        {warnings.data.warnings.map((warning) => (
          <li key={warning.warningId}>
            <p>
              {warning.agencyName}在{warning.year}年内更正录入错误 {warning.corrections} 次，
              {warning.answeredAt === null
                ? `请于${formatDay(warning.mendBy)}前提交整改情况。`
                : `已提交整改情况：${warning.statement ?? ''}`}
            </p>
            {warning.isOwn && warning.answeredAt === null && (
              <Button onClick={() => setAnswering(warning)}>提交整改情况</Button>
            )}
          </li>
        ))}
      </ul>
      {answering !== undefined && <AnswerDialog warning={answering} onClose={() => setAnswering(undefined)} />}
    </section>
  )
}

function AnswerDialog({ warning, onClose }: { readonly warning: Warning; readonly onClose: () => void }) {
  const queryClient = useQueryClient()
  const announce = useToast()
  const answer = useCommand(answerRestrictionWarningEndpoint, {
    onSuccess: () => {
      announce('整改情况已提交。')
      void queryClient.invalidateQueries({ queryKey: [listRestrictionWarningsEndpoint.name] })
      onClose()
    },
  })
  return (
    <TextDialog
      title="提交整改情况"
      lead="上级机构可以看到您提交的内容，提交后不能修改。"
      label="整改情况"
      maxLength={500}
      button="提交整改情况"
      command={answer}
      onSubmit={(statement) => answer.mutate({ input: { warningId: warning.warningId, statement } })}
      onClose={onClose}
    />
  )
}
