import type { QualificationType } from '@xingtan/contract/qualification'
import type { SubjectAlias } from '@xingtan/contract/subject'

/** The present name of a subject: 思想品德 of a lower-secondary proof reads 道德与法治. Unknown names stay as they are. */
export function presentSubjectName(aliases: readonly SubjectAlias[], type: QualificationType, name: string): string {
  const trimmed = name.trim()
  const group = aliases.find((alias) => alias.types.includes(type) && alias.aliases.includes(trimmed))
  return group?.name ?? trimmed
}

/**
 * Whether two subject names mean one subject for this qualification type. Type and subject applied for must equal
 * those of the proof (教师函〔2020〕5号; handbook 3.1.1); names changed over the years, so aliases count as equal.
 */
export function isSameSubject(
  aliases: readonly SubjectAlias[],
  type: QualificationType,
  first: string,
  second: string,
): boolean {
  return presentSubjectName(aliases, type, first) === presentSubjectName(aliases, type, second)
}
