import { callNextEndpoint, getQueueEndpoint } from '@xingtan/contract/office/appointment'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'

const DESK = 'office-desk-number'

/** The desk number this computer stands at, as chosen once; undefined until then. */
export function readDesk(storage: Pick<Storage, 'getItem'>): number | undefined {
  const desk = Number(storage.getItem(DESK))
  return Number.isInteger(desk) && desk > 0 ? desk : undefined
}

/** Remembers the desk number on this computer. */
export function keepDesk(storage: Pick<Storage, 'setItem'>, desk: number): void {
  storage.setItem(DESK, String(desk))
}

/** Calls the next number to this desk and opens its case at once (CNF-1, CNF-2). */
export function useDeskCall() {
  const navigate = useNavigate()
  const announce = useToast()
  const client = useQueryClient()
  const [search] = useSearchParams()
  const call = useCommand(callNextEndpoint, {
    onSuccess: ({ ticket }) => {
      void client.invalidateQueries({ queryKey: [getQueueEndpoint.name] })
      if (ticket === null) announce('没有等候的号码。')
      else announce(`正在呼叫 ${ticket.number} 号。`)
      void navigate(ticket === null ? '/queue' : `/cases/${ticket.applicationId}?number=${ticket.number}`)
    },
  })
  return {
    /** Number whose case is open, when it was called from this desk. */
    number: search.get('number'),
    error: call.error,
    isPending: call.isPending,
    callNext: () => {
      const desk = readDesk(localStorage)
      if (desk === undefined) void navigate('/queue')
      else if (!call.isPending) call.mutate({ input: { desk } })
    },
  }
}
