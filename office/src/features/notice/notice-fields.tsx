import { BUSINESS_TITLES, Business } from '@xingtan/contract/notice'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getNoticeScopeEndpoint } from '@xingtan/contract/office/notice'
import { CheckboxField } from '@xingtan/ui/components/checkbox-field'
import { Field } from '@xingtan/ui/components/field'
import { SelectField } from '@xingtan/ui/components/select-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { BodyEditor } from './body-editor.tsx'
import type { NoticeDraft } from './notice-draft.ts'

export interface NoticeFieldsProps {
  readonly draft: NoticeDraft
  readonly set: (change: Partial<NoticeDraft>) => void
  readonly errorFor: (fieldId: string) => string | undefined
  readonly scope: OutputOf<typeof getNoticeScopeEndpoint>
}

function TimeField(props: {
  readonly id: 'publishedAt' | 'takenDownAt'
  readonly label: string
  readonly hint: string
  readonly draft: NoticeDraft
  readonly set: NoticeFieldsProps['set']
  readonly error: string | undefined
}) {
  const { id, label, hint, draft, set, error } = props
  return (
    <Field id={id} label={label} hint={hint} error={error} isOptional>
      <input
        className="control"
        id={id}
        name={id}
        type="datetime-local"
        value={draft[id]}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => set({ [id]: target.value })}
      />
    </Field>
  )
}

/** The fields of an announcement in the order one writes it. */
export function NoticeFields({ draft, set, errorFor, scope }: NoticeFieldsProps) {
  return (
    <>
      <TextField
        id="title"
        label="标题"
        maxLength={80}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={errorFor('title')}
      />
      <BodyEditor value={draft.body} onChange={(body) => set({ body })} error={errorFor('body')} />
      <SelectField
        id="regionCode"
        label="发布范围"
        hint="所选地区及其下级地区的申请人可以看到。"
        value={draft.regionCode}
        onChange={(regionCode) => set({ regionCode })}
        options={scope.regions.map(({ code, name }) => ({ value: code, label: name }))}
        error={errorFor('regionCode')}
      />
      <SelectField
        id="business"
        label="业务"
        value={draft.business}
        onChange={(business) => set({ business: Business.catch('all').parse(business) })}
        options={Business.options.map((value) => ({ value, label: BUSINESS_TITLES[value] }))}
        error={errorFor('business')}
      />
      <TimeField
        id="publishedAt"
        label="公布时间（北京时间）"
        hint="不填写的，审核通过后立即公布。"
        {...{ draft, set }}
        error={errorFor('publishedAt')}
      />
      <TimeField
        id="takenDownAt"
        label="撤下时间（北京时间）"
        hint="到这一刻自动撤下；不填写的，长期公布。"
        {...{ draft, set }}
        error={errorFor('takenDownAt')}
      />
      <CheckboxField
        id="isPinned"
        label="置顶显示"
        isChecked={draft.isPinned}
        onChange={(isPinned) => set({ isPinned })}
      />
      {scope.mayOverride && (
        <TextField
          id="overrideReason"
          label="放行说明"
          hint="只有确需公布系统网址时填写理由，理由会留存备查。个人信息不能放行。"
          maxLength={200}
          value={draft.overrideReason}
          onChange={(overrideReason) => set({ overrideReason })}
          error={errorFor('overrideReason')}
          isOptional
        />
      )}
    </>
  )
}
