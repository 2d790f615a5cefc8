import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getConsultationEndpoint } from '@xingtan/contract/office/consultation'

/** An item as the page that shows it has it. */
export type ConsultationItem = OutputOf<typeof getConsultationEndpoint>
