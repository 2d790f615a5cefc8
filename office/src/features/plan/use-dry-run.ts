import { keepPreviousData } from '@tanstack/react-query'
import { checkPlanEndpoint } from '@xingtan/contract/office/plan'
import type { PlanContent } from '@xingtan/contract/plan-content'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useEffect, useState } from 'react'

const PAUSE_MS = 500

/** What the rules say about a content, asked half a second after the last change; the answer before stays meanwhile. */
export function useDryRun(planId: string, content: PlanContent) {
  const text = JSON.stringify(content)
  const [asked, setAsked] = useState({ text, content })
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ text, content }), PAUSE_MS)
    return () => clearTimeout(timer)
    // The text says all there is to say about the content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text])
  const query = useEndpoint(
    checkPlanEndpoint,
    { planId, content: asked.content },
    { placeholderData: keepPreviousData, staleTime: 0 },
  )
  return { query, isCurrent: asked.text === text && !query.isFetching }
}
