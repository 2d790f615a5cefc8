import { DOCUMENT_TYPE_NAMES, DocumentType } from '@xingtan/contract/document'
import { RELATION_TITLES, Relation, declareRelationEndpoint } from '@xingtan/contract/office/case-exception'
import { SelectField } from '@xingtan/ui/components/select-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'

interface RelationProps {
  readonly onClose: () => void
}

/** One declaration: the number is sealed and only compared, never shown in full again. */
export function RelationDialog({ onClose }: RelationProps) {
  const [relation, setRelation] = useState<Relation>()
  const [name, setName] = useState('')
  const [documentType, setDocumentType] = useState<DocumentType>('resident-id')
  const [documentNumber, setDocumentNumber] = useState('')
  const [phone, setPhone] = useState('')
  return (
    <ActForm
      endpoint={declareRelationEndpoint}
      title="申报应当回避的人员"
      lead={<p>证件号码加密保存，只用于比对，页面上不再显示全部号码。</p>}
      input={{ relation, name, documentType, documentNumber, phone: phone.trim() === '' ? null : phone.trim() }}
      submitText="申报"
      done="已申报，从现在起您不能办理这个人的申请。"
      onClose={onClose}
    >
      {({ errorFor, touch }) => {
        const put = (id: string, set: (value: string) => void) => ({
          id,
          error: errorFor(id),
          onChange: (value: string) => {
            set(value)
            touch(id)
          },
        })
        return (
          <>
            <SelectField
              {...put('relation', (value) => setRelation(Relation.safeParse(value).data))}
              label="与您的关系"
              value={relation ?? ''}
              options={Relation.options.map((value) => ({ value, label: RELATION_TITLES[value] }))}
            />
            <TextField {...put('name', setName)} label="姓名" maxLength={40} value={name} />
            <SelectField
              {...put('documentType', (value) => setDocumentType(DocumentType.parse(value)))}
              label="证件类型"
              value={documentType}
              options={DocumentType.options.map((value) => ({ value, label: DOCUMENT_TYPE_NAMES[value] }))}
            />
            <TextField
              {...put('documentNumber', setDocumentNumber)}
              label="证件号码"
              maxLength={30}
              value={documentNumber}
            />
            <TextField
              {...put('phone', setPhone)}
              label="手机号码"
              hint="申报后，使用同一手机号码的申请也由其他工作人员办理。"
              isOptional
              isShort
              inputMode="tel"
              maxLength={11}
              value={phone}
            />
          </>
        )
      }}
    </ActForm>
  )
}
