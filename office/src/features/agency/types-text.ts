import { QUALIFICATION_TITLES, type QualificationType } from '@xingtan/contract/qualification'

/** 资格种类 without the word they share: `幼儿园、小学、初级中学`. */
export function typesText(types: readonly QualificationType[]): string {
  if (types.length === 0) return '无'
  return types.map((type) => QUALIFICATION_TITLES[type].replace('教师资格', '')).join('、')
}
