import {
  type TicketRow,
  finishTicketEndpoint,
  getQueueEndpoint,
  markAbsentEndpoint,
  recallTicketEndpoint,
  requeueTicketEndpoint,
  skipTicketEndpoint,
  transferTicketEndpoint,
} from '@xingtan/contract/office/appointment'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'

interface ActionsProps {
  readonly ticket: TicketRow
  readonly desk: number | undefined
}

/** 重呼, 过号, 重新排队, 转台, 未到, 办结: what the state of a number allows. */
export function TicketActions({ ticket, desk }: ActionsProps) {
  const client = useQueryClient()
  const announce = useToast()
  const settled = {
    onSettled: () => client.invalidateQueries({ queryKey: [getQueueEndpoint.name] }),
    onError: ({ document: { detail } }: { readonly document: { readonly detail: string } }) => announce(detail),
  }
  const recall = useCommand(recallTicketEndpoint, settled)
  const skip = useCommand(skipTicketEndpoint, settled)
  const requeue = useCommand(requeueTicketEndpoint, settled)
  const absent = useCommand(markAbsentEndpoint, settled)
  const finish = useCommand(finishTicketEndpoint, settled)
  const transfer = useCommand(transferTicketEndpoint, settled)
  const input = { ticketId: ticket.ticketId }
  const isElsewhere = desk !== undefined && ticket.desk !== desk
  const button = (title: string, onClick: () => void) => (
    <Button size="small" onClick={onClick} aria-label={`${ticket.number} 号${title}`}>
      {title}
    </Button>
  )
  return (
    <span className="line-actions">
      {ticket.state === 'called' && (
        <>
          {button('重呼', () => recall.mutate({ input }))}
          {button('办结', () => finish.mutate({ input }))}
          {isElsewhere && button('转到本窗口', () => transfer.mutate({ input: { ...input, desk } }))}
        </>
      )}
      {ticket.state === 'skipped' && button('重新排队', () => requeue.mutate({ input }))}
      {ticket.state !== 'skipped' && button('过号', () => skip.mutate({ input }))}
      {button('未到', () => absent.mutate({ input }))}
    </span>
  )
}
