import { type ApplicationView, getApplicationEndpoint } from '@xingtan/contract/application'
import { MESSAGE_LETTERS, writeMessageEndpoint } from '@xingtan/contract/thread'
import { Button } from '@xingtan/ui/components/button'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Panel } from '@xingtan/ui/components/panel'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/** 留言 of a case in both directions, and a box to write to the office (CNF-4, APP-10). */
export function MessagesPanel({ application }: { readonly application: ApplicationView }) {
  const { messages, withdrawn, pointName } = application
  return (
    <div id="messages">
      <Panel title={messages.length === 0 ? '留言' : '有留言'}>
        {messages.map(({ at, from, text }) => (
          <div className="case-message" key={`${at}${text}`}>
            <p className="hint">
              {from}，{formatInstant(at)}
            </p>
            <p className="case-message-text">{text}</p>
          </div>
        ))}
        {!withdrawn && <Write application={application} pointName={pointName} />}
      </Panel>
    </div>
  )
}

interface WriteProps {
  readonly application: ApplicationView
  readonly pointName: string
}

function Write({ application, pointName }: WriteProps) {
  const client = useQueryClient()
  const announce = useToast()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const command = useCommand(writeMessageEndpoint, {
    onSuccess: async () => {
      setText('')
      setTried(false)
      announce('留言已发送，答复会显示在这里。')
      await client.invalidateQueries({ queryKey: [getApplicationEndpoint.name] })
    },
  })
  const length = Array.from(text).length
  const tooLong =
    length > MESSAGE_LETTERS
      ? `留言不能超过 ${MESSAGE_LETTERS} 个字，请删去 ${length - MESSAGE_LETTERS} 个字。`
      : undefined
  const empty = tried && text.trim() === '' ? '请填写留言内容。' : undefined
  return (
    <form
      noValidate
      className="case-message-form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (text.trim() !== '' && tooLong === undefined) {
          command.mutate({ input: { applicationId: application.applicationId, text } })
        }
      }}
    >
      <TextareaField
        id="message-text"
        label={`给${pointName}留言`}
        hint="发送后不能修改，请不要填写证件号码和银行卡号。"
        value={text}
        onChange={setText}
        rows={3}
        maxLength={MESSAGE_LETTERS}
        error={empty ?? tooLong}
      />
      {command.error !== null && <ErrorState error={command.error} />}
      <div className="button-row">
        <Button type="submit" busy={command.isPending ? '正在发送' : undefined}>
          发送留言
        </Button>
      </div>
    </form>
  )
}
