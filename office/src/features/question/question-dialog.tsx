import { useQueryClient } from '@tanstack/react-query'
import { BUSINESS_TITLES, Business } from '@xingtan/contract/notice'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getNoticeScopeEndpoint } from '@xingtan/contract/office/notice'
import {
  type OwnQuestion,
  QuestionContent,
  createQuestionEndpoint,
  listOwnQuestionsEndpoint,
  saveQuestionEndpoint,
} from '@xingtan/contract/office/question'
import { QUESTION_CATEGORIES, QuestionCategory } from '@xingtan/contract/question'
import { CheckboxField } from '@xingtan/ui/components/checkbox-field'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { SelectField } from '@xingtan/ui/components/select-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { type QuestionDraft, contentOf, draftOf } from './question-draft.ts'

interface QuestionDialogProps {
  readonly own: OwnQuestion | undefined
  readonly regions: OutputOf<typeof getNoticeScopeEndpoint>['regions']
  readonly onClose: () => void
}

interface DraftProps {
  readonly draft: QuestionDraft
  readonly set: (change: Partial<QuestionDraft>) => void
  readonly errorFor: (fieldId: string) => string | undefined
}

/** A question and its answer: checked like every public text before it is saved (PUB-6, S-040). */
export function QuestionDialog({ own, regions, onClose }: QuestionDialogProps) {
  const announce = useToast()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(draftOf(own, regions[0]?.code ?? ''))
  const errors = useFormErrors()
  const onSuccess = () => {
    announce(draft.isPublished ? '已保存，网站常见问题同步更新。' : '已保存，未在网站显示。')
    void queryClient.invalidateQueries({ queryKey: [listOwnQuestionsEndpoint.name] })
    onClose()
  }
  const create = useCommand(createQuestionEndpoint, { onSuccess, onError: errors.refuse })
  const save = useCommand(saveQuestionEndpoint, { onSuccess, onError: errors.refuse })
  const set = (change: Partial<QuestionDraft>): void => {
    errors.touch(...Object.keys(change))
    setDraft((before) => ({ ...before, ...change }))
  }
  return (
    <Dialog title={own === undefined ? '新增常见问题' : '修改常见问题'} onClose={onClose} wide>
      <form
        className="question-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const content = contentOf(draft)
          if (!errors.check(QuestionContent, content)) return
          if (own === undefined) create.mutate({ input: content })
          else save.mutate({ input: { ...content, questionId: own.questionId, revision: own.revision } })
        }}
      >
        <ErrorSummary key={errors.form.attempt} {...errors.form} />
        <TextFields {...{ draft, set }} errorFor={errors.errorFor} />
        <PlaceFields {...{ draft, set, regions }} errorFor={errors.errorFor} />
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={create.isPending || save.isPending}>
            保存
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function TextFields({ draft, set, errorFor }: DraftProps) {
  return (
    <>
      <TextField
        id="question"
        label="问题"
        hint="用申请人的话提问，例如：收不到短信验证码，怎么办？"
        maxLength={120}
        value={draft.question}
        onChange={(question) => set({ question })}
        error={errorFor('question')}
      />
      <TextareaField
        id="answer"
        label="答案"
        rows={6}
        maxLength={2000}
        value={draft.answer}
        onChange={(answer) => set({ answer })}
        error={errorFor('answer')}
      />
      <TextField
        id="keywords"
        label="关键词"
        hint="申请人可能用来搜索的其他说法，用空格分开。"
        value={draft.keywords}
        onChange={(keywords) => set({ keywords })}
        error={errorFor('keywords')}
        isOptional
      />
    </>
  )
}

function PlaceFields({ draft, set, errorFor, regions }: DraftProps & Pick<QuestionDialogProps, 'regions'>) {
  return (
    <>
      <SelectField
        id="category"
        label="分类"
        value={draft.category}
        onChange={(category) => set({ category: QuestionCategory.catch('其他问题').parse(category) })}
        options={QUESTION_CATEGORIES.map((value) => ({ value, label: value }))}
        error={errorFor('category')}
      />
      <SelectField
        id="business"
        label="业务"
        value={draft.business}
        onChange={(business) => set({ business: Business.catch('all').parse(business) })}
        options={Business.options.map((value) => ({ value, label: BUSINESS_TITLES[value] }))}
        error={errorFor('business')}
      />
      <SelectField
        id="regionCode"
        label="适用地区"
        value={draft.regionCode}
        onChange={(regionCode) => set({ regionCode })}
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        error={errorFor('regionCode')}
      />
      <TextField
        id="position"
        label="排序"
        hint="1 至 999，小的在前。"
        inputMode="numeric"
        isShort
        value={draft.position}
        onChange={(position) => set({ position })}
        error={errorFor('position')}
      />
      <CheckboxField
        id="isPublished"
        label="在网站常见问题中显示"
        isChecked={draft.isPublished}
        onChange={(isPublished) => set({ isPublished })}
      />
    </>
  )
}
