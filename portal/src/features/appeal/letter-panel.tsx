import { type Remedies, getRemediesEndpoint, orderOwnLetterEndpoint } from '@xingtan/contract/appeal'
import { DELIVERY_TITLES, LETTER_TITLES } from '@xingtan/contract/letter'
import { Button } from '@xingtan/ui/components/button'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useQueryClient } from '@tanstack/react-query'

interface LetterPanelProps {
  readonly applicationId: string
  readonly letter: Remedies['letter']
}

/** 决定书: made when asked for, opened in a window of its own; the link is for this person alone (S-047). */
export function LetterPanel({ applicationId, letter: { ordered, letter } }: LetterPanelProps) {
  const client = useQueryClient()
  const order = useCommand(orderOwnLetterEndpoint, {
    onSuccess: () => client.invalidateQueries({ queryKey: [getRemediesEndpoint.name] }),
  })
  const isMaking = ordered && (letter?.state ?? 'waiting') === 'waiting'
  const isFailed = letter?.state === 'failed'
  return (
    <Panel title="决定书">
      {letter !== null && (
        <DefinitionList
          facts={[
            { term: '文书', value: LETTER_TITLES[letter.kind] },
            { term: '文号', value: letter.number },
            { term: '决定日期', value: formatDay(letter.issuedOn) },
            ...(letter.deliveredOn === null || letter.delivery === null
              ? []
              : [{ term: '送达', value: `${formatDay(letter.deliveredOn)}，${DELIVERY_TITLES[letter.delivery]}` }]),
          ]}
        />
      )}
      {isFailed && <Notice tone="stop">决定书没有生成，请再试一次；仍不成功的，请联系认定机构。</Notice>}
      {order.error !== null && <ErrorState error={order.error} />}
      <div className="button-row">
        {letter !== null && letter.url !== null ? (
          <a className="button button-primary" href={letter.url} target="_blank" rel="noopener">
            下载决定书（PDF）
          </a>
        ) : (
          <Button
            kind="primary"
            busy={order.isPending || isMaking ? '正在生成决定书' : undefined}
            onClick={() => order.mutate({ input: { applicationId } })}
          >
            下载决定书
          </Button>
        )}
      </div>
      <output className="hint">{letter?.state === 'ready' && '决定书已生成，请妥善保存。'}</output>
    </Panel>
  )
}
