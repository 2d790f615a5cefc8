import type { Correction } from '@xingtan/contract/office/case-exception'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { formatInstantShort } from '@xingtan/ui/date-format'

const STATES: Readonly<Record<Correction['state'], string>> = {
  proposed: '等待复核',
  confirmed: '已同意更正',
  declined: '未同意，维持原结论',
}

/** One correction with the conclusion it is about, as that was drawn. */
export function CorrectionFacts({ correction }: { readonly correction: Correction }) {
  const { decision, answeredBy, answeredAt, answer } = correction
  const reasons = decision.reasons.map(({ title, note }) => (note === null ? title : `${title}（${note}）`)).join('；')
  const drawn = `${decision.conclusion === 'passed' ? '认定通过' : '认定未通过'}，${decision.decidedBy}，${formatInstantShort(decision.decidedAt)}`
  return (
    <DefinitionList
      facts={[
        { term: '原结论', value: reasons === '' ? drawn : `${drawn}。原因：${reasons}` },
        { term: '更正原因', value: correction.reason },
        { term: '提出人', value: `${correction.proposedBy}，${formatInstantShort(correction.proposedAt)}` },
        { term: '复核', value: STATES[correction.state] },
        ...(answeredBy === null || answeredAt === null
          ? []
          : [{ term: '复核人', value: `${answeredBy}，${formatInstantShort(answeredAt)}：${answer ?? ''}` }]),
      ]}
    />
  )
}
