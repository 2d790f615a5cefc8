import { CHANNEL_KIND_TITLES, ChannelKind, postToChannelEndpoint } from '@xingtan/contract/office/channel'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { type Attachment, AttachmentField } from './attachment-field.tsx'
import { type PostValues, type Targets, errorsOf, firstValues, toInput } from './post-values.ts'
import { ToField } from './to-field.tsx'

interface PostFormProps {
  readonly targets: Targets
  readonly answersId: string | null
}

/** Writes and sends; what was typed stays when it is refused. */
export function PostForm({ targets, answersId }: PostFormProps) {
  const navigate = useNavigate()
  const announce = useToast()
  const [values, setValues] = useState(() => firstValues(targets, answersId))
  const [files, setFiles] = useState<readonly Attachment[]>([])
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const set = (change: Partial<PostValues>) => setValues((before) => ({ ...before, ...change }))
  const send = useCommand(postToChannelEndpoint, {
    onSuccess: ({ postId }) => {
      announce('已发出。')
      void navigate(`/channel/${postId}`)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const input = toInput(values, { answersId, fileIds: files.map(({ fileId }) => fileId) })
    const found = errorsOf(input)
    setErrors(found)
    if (Object.keys(found).length === 0) send.mutate({ input })
    else focusFirstInvalid(event.currentTarget)
  }
  return (
    <form className="channel-form" noValidate onSubmit={submit} aria-label="写通知或来函">
      <Field label="类别">
        {(aria) => (
          <select
            {...aria}
            value={values.kind}
            onChange={(event) => set({ kind: ChannelKind.parse(event.target.value) })}
          >
            {ChannelKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {CHANNEL_KIND_TITLES[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ToField targets={targets} value={values.to} onChange={(to) => set({ to })} error={errors['to']} />
      <Field label="标题" error={errors['title']}>
        {(aria) => (
          <Input
            {...aria}
            maxLength={80}
            value={values.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="内容" error={errors['body']}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={10}
            maxLength={8000}
            showCount
            value={values.body}
            onChange={(event) => set({ body: event.target.value })}
          />
        )}
      </Field>
      <AttachmentField files={files} onChange={setFiles} />
      <Checkbox checked={values.receiptRequired} onChange={(event) => set({ receiptRequired: event.target.checked })}>
        要求每位收件人确认已读
      </Checkbox>
      {values.receiptRequired && (
        <Field label="阅读期限（选填）" hint="到期当天和次日，系统会自动提醒未确认的人。" error={errors['readBy']}>
          {(aria) => (
            <Input
              {...aria}
              type="date"
              value={values.readBy}
              onChange={(event) => set({ readBy: event.target.value })}
            />
          )}
        </Field>
      )}
      {send.isError && <ProblemAlert problem={send.error} />}
      <p className="quiet">内容只在系统内传递，不会出现在中国教师资格网上。</p>
      <div className="section-actions">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          发出
        </Button>
      </div>
    </form>
  )
}
