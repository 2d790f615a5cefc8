import { rateQuestionEndpoint } from '@xingtan/contract/question'
import { Button } from '@xingtan/ui/components/button'
import { useCommand } from '@xingtan/ui/use-command'

/** 「解决了吗」: two buttons, and what to do where the answer did not help. */
export function QuestionRating({ questionId }: { readonly questionId: string }) {
  const rate = useCommand(rateQuestionEndpoint)
  if (rate.isSuccess) {
    const { isSolved } = rate.variables.input
    return (
      <output className="question-rating">
        {isSolved ? '感谢您的反馈。' : '感谢您的反馈。您可以通过咨询服务联系工作人员。'}
      </output>
    )
  }
  return (
    <fieldset className="question-rating no-print">
      <legend>解决了吗？</legend>
      <div className="button-row">
        <Button kind="secondary" onClick={() => rate.mutate({ input: { questionId, isSolved: true } })}>
          已解决
        </Button>
        <Button kind="secondary" onClick={() => rate.mutate({ input: { questionId, isSolved: false } })}>
          没有解决
        </Button>
      </div>
      {rate.isError && <p className="field-error">{rate.error.document.title}</p>}
    </fieldset>
  )
}
