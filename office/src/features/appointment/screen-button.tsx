import { openScreenEndpoint } from '@xingtan/contract/office/appointment'
import { useCommand } from '@xingtan/ui/use-command'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Button } from 'antd'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** The screen of the waiting room: a link that runs without anybody signed in, until the end of the day. */
export function ScreenButton() {
  const open = useCommand(openScreenEndpoint)
  if (open.data !== undefined) {
    return (
      <span>
        <a href={`/call-screen#${open.data.token}`} target="_blank" rel="noopener noreferrer" data-autofocus>
          在大屏上打开叫号屏
        </a>
        <span className="quiet">（{formatInstantShort(open.data.endsAt)} 前有效）</span>
      </span>
    )
  }
  return (
    <>
      <Button loading={open.isPending} onClick={() => open.mutate({ input: {} })}>
        准备叫号屏
      </Button>
      {open.error !== null && <ProblemAlert problem={open.error} />}
    </>
  )
}
