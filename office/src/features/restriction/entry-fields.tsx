import { DOCUMENT_TYPE_NAMES, DocumentType } from '@xingtan/contract/document'
import { RESTRICTION_KIND_TITLES, RestrictionKind } from '@xingtan/contract/restriction-kind'
import { DateField } from '@xingtan/ui/components/date-field'
import { SelectField } from '@xingtan/ui/components/select-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { type EntryValues, hasOwnEnd } from './entry-values.ts'

interface FieldsProps {
  readonly values: EntryValues
  readonly set: (change: Partial<EntryValues>) => void
  readonly errorFor: (fieldId: string) => string | undefined
}

/** Whom the decision names. */
export function PersonFields({ values, set, errorFor }: FieldsProps) {
  return (
    <>
      <TextField
        id="name"
        label="姓名"
        hint="与处罚决定完全一致；少数民族姓名中的间隔号请填写“·”。"
        maxLength={40}
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorFor('name')}
      />
      <SelectField
        id="documentType"
        label="证件类型"
        value={values.documentType}
        options={DocumentType.options.map((value) => ({ value, label: DOCUMENT_TYPE_NAMES[value] }))}
        onChange={(typed) => set({ documentType: DocumentType.catch('resident-id').parse(typed) })}
        error={errorFor('documentType')}
      />
      <TextField
        id="documentNumber"
        label="证件号码"
        hint="请对照处罚决定逐位录入；号码会自动核对校验位。"
        maxLength={40}
        value={values.documentNumber}
        onChange={(documentNumber) => set({ documentNumber })}
        error={errorFor('documentNumber')}
      />
    </>
  )
}

/** What was decided, by whom and until when. */
export function DecisionFields({ values, set, errorFor }: FieldsProps) {
  return (
    <>
      <SelectField
        id="kind"
        label="限制类型"
        value={values.kind}
        options={RestrictionKind.options.map((value) => ({ value, label: RESTRICTION_KIND_TITLES[value] }))}
        onChange={(kind) => set({ kind, ...(hasOwnEnd(kind) ? {} : { endsOn: '' }) })}
        error={errorFor('kind')}
      />
      <DateField
        id="decidedOn"
        label="决定日期"
        value={values.decidedOn}
        onChange={(decidedOn) => set({ decidedOn })}
        error={errorFor('decidedOn')}
      />
      {hasOwnEnd(values.kind) && (
        <DateField
          id="endsOn"
          label="限制截止日期"
          hint="处罚决定写明的最后一天；终身禁止的不填。"
          isOptional
          value={values.endsOn}
          onChange={(endsOn) => set({ endsOn })}
          error={errorFor('endsOn')}
        />
      )}
      <TextField
        id="authority"
        label="作出决定的机关"
        maxLength={60}
        value={values.authority}
        onChange={(authority) => set({ authority })}
        error={errorFor('authority')}
      />
      <TextField
        id="decisionNumber"
        label="决定文号"
        maxLength={60}
        value={values.decisionNumber}
        onChange={(decisionNumber) => set({ decisionNumber })}
        error={errorFor('decisionNumber')}
      />
      <TextareaField
        id="cause"
        label="事由"
        hint="只有录入和复核的机构可以看到。"
        rows={3}
        maxLength={300}
        value={values.cause}
        onChange={(cause) => set({ cause })}
        error={errorFor('cause')}
      />
      <TextField
        id="lateReason"
        label="逾期录入原因"
        hint="决定作出较久才录入时填写。"
        isOptional
        maxLength={300}
        value={values.lateReason}
        onChange={(lateReason) => set({ lateReason })}
        error={errorFor('lateReason')}
      />
    </>
  )
}
