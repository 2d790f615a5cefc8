import { TextareaField, type TextareaFieldProps } from '@xingtan/ui/components/textarea-field'
import type { ActFields } from './act-form.tsx'

type ActWordsProps = Omit<TextareaFieldProps, 'error'> & { readonly fields: ActFields }

/** The words an act asks for, with the sentence under them that goes as soon as they are put right. */
export function ActWords({ fields, onChange, ...field }: ActWordsProps) {
  return (
    <TextareaField
      {...field}
      error={fields.errorFor(field.id)}
      onChange={(value) => {
        onChange(value)
        fields.touch(field.id)
      }}
    />
  )
}
