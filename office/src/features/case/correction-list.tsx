import { listCorrectionsEndpoint } from '@xingtan/contract/office/case-exception'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { CorrectionFacts } from './correction-facts.tsx'

/** Conclusions of this case that were taken back or are to be; nothing is shown while there are none. */
export function CorrectionList({ applicationId }: { readonly applicationId: string }) {
  const query = useEndpoint(listCorrectionsEndpoint, { applicationId })
  const corrections = query.data?.corrections ?? []
  if (corrections.length === 0) return null
  return (
    <section aria-labelledby="corrections">
      <h3 id="corrections">结论更正</h3>
      <div className="corrections">
        {corrections.map((correction) => (
          <CorrectionFacts key={correction.correctionId} correction={correction} />
        ))}
      </div>
    </section>
  )
}
