import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { Dialog } from './dialog.tsx'

/** What the fields of an act are told: the sentence under each, and that one is being put right. */
export interface ActFields {
  readonly errorFor: (fieldId: string) => string | undefined
  readonly touch: (...fieldIds: string[]) => void
}

/** An input that is still being filled in. */
type Draft<Input> = { readonly [Key in keyof Input]: Input[Key] | undefined }

interface ActFormProps<Input extends z.ZodType, Output extends z.ZodType> {
  readonly endpoint: EndpointShape<Input, Output>
  readonly title: string
  readonly lead?: ReactNode
  readonly input: Draft<z.input<Input>>
  readonly submitText: string
  readonly isDanger?: boolean
  /** Said when it is done. */
  readonly done: string | ((output: z.output<Output>) => string)
  readonly children?: (fields: ActFields) => ReactNode
  readonly onClose: () => void
}

/** One act in a dialog with its fields: everything wrong at once, nothing typed is lost, then all that shows it is read anew. */
export function ActForm<Input extends z.ZodType, Output extends z.ZodType>(props: ActFormProps<Input, Output>) {
  const { endpoint, input, done, children, onClose } = props
  const { form, errorFor, check, refuse, touch } = useFormErrors()
  const announce = useToast()
  const queryClient = useQueryClient()
  const command = useCommand(endpoint, {
    onSuccess: (output) => {
      announce(typeof done === 'string' ? done : done(output))
      void queryClient.invalidateQueries()
      onClose()
    },
    onError: (error) => {
      refuse(error)
      // A conflict means that the page shows what is no longer so; what was typed stays.
      if (error.status === 409) void queryClient.invalidateQueries()
    },
  })
  return (
    <Dialog title={props.title} wide onClose={onClose}>
      {props.lead}
      <form
        className="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          // The check has just found every field filled in.
          if (check(endpoint.input, input)) command.mutate({ input: input as z.input<Input> })
        }}
      >
        {form.errors.length > 0 && (
          <ErrorSummary key={form.attempt} errors={form.errors} correlationId={form.correlationId} />
        )}
        {children?.({ errorFor, touch })}
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger={props.isDanger === true} htmlType="submit" loading={command.isPending}>
            {props.submitText}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
