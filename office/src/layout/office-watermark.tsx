import { Watermark } from '@xingtan/ui/components/watermark'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useServerNow } from '@xingtan/ui/use-server-now'
import type { SignedInOfficer } from '../session/officer-context.ts'

/** Name and minute over every page with personal data: a photograph of the screen says who stood before it (S-122). */
export function OfficeWatermark({ officer }: { readonly officer: SignedInOfficer }) {
  const now = useServerNow(officer.now)
  return <Watermark text={`${officer.name} ${formatInstantShort(now.toISOString())}`} />
}
