import { FILING_KIND_TITLES, type FilingKind } from '@xingtan/contract/office/filing'

interface Subject {
  readonly kind: FilingKind
  readonly year: number
  readonly roundId: string | null
}

/** Address of the board of one filing. */
export function boardAddress({ kind, year, roundId }: Subject): string {
  const round = roundId === null ? '' : `&round=${roundId}`
  return `/filings/board?kind=${kind}&year=${year}${round}`
}

/** `2026年 网报及培训计划表`, or the kind with its round. */
export function filingTitle({
  kind,
  year,
  roundName,
}: Omit<Subject, 'roundId'> & { roundName: string | null }): string {
  return roundName === null ? `${year}年${FILING_KIND_TITLES[kind]}` : `${FILING_KIND_TITLES[kind]}（${roundName}）`
}
