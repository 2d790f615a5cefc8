import type { QualificationType } from '@xingtan/contract/qualification'
import type { SubjectAlias, SubjectRow } from '@xingtan/contract/subject'
import type { CatalogueClass } from './subject-lists.ts'
import {
  ACADEMIC_FIELDS,
  KINDERGARTEN,
  LOWER_SECONDARY,
  PRIMARY,
  UPPER_SECONDARY,
  VOCATIONAL_CLASSES,
} from './subject-lists.ts'

const UNPROVEN = '依据待核'

/** Only pairs that one authority renamed; subjects that merely overlap (历史 and 历史与社会) are not aliases. */
const ALIASES: readonly SubjectAlias[] = [
  { types: [1], name: '幼儿园', aliases: ['幼儿教育', '学前教育'], source: UNPROVEN },
  {
    types: [2],
    name: '道德与法治',
    aliases: ['社会', '品德与社会', '品德与生活', '思想品德'],
    source: '中小学教师资格考试面试科目 2022 年调整（文号依据待核）',
  },
  {
    types: [3],
    name: '道德与法治',
    aliases: ['思想品德', '品德', '思想品德（道德与法治）'],
    source: '中小学教师资格考试面试科目 2022 年调整（文号依据待核）',
  },
  { types: [4, 5], name: '思想政治', aliases: ['政治'], source: UNPROVEN },
  { types: [2], name: '体育', aliases: ['体育与健康'], source: UNPROVEN },
  { types: [3, 4, 5], name: '体育与健康', aliases: ['体育'], source: UNPROVEN },
  { types: [3, 4, 5], name: '生物', aliases: ['生物学'], source: UNPROVEN },
  { types: [2, 3], name: '信息技术', aliases: ['信息科技'], source: UNPROVEN },
  { types: [2], name: '小学全科', aliases: ['全科'], source: UNPROVEN },
  { types: [2, 3, 4, 5], name: '心理健康教育', aliases: ['心理健康'], source: UNPROVEN },
]

/** Subject rows of all seven types and the names that count as equal. */
export function buildSubjectTable(): { subjects: SubjectRow[]; aliases: readonly SubjectAlias[] } {
  return {
    subjects: [
      ...flat(1, KINDERGARTEN),
      ...flat(2, PRIMARY),
      ...flat(3, LOWER_SECONDARY),
      ...flat(4, UPPER_SECONDARY),
      ...flat(5, UPPER_SECONDARY),
      ...tree(5, VOCATIONAL_CLASSES),
      ...tree(6, VOCATIONAL_CLASSES),
      ...tree(7, ACADEMIC_FIELDS),
    ],
    aliases: ALIASES,
  }
}

/** Codes 4001, 4002 …: the type and the place in the list. */
function flat(type: QualificationType, names: readonly string[]): SubjectRow[] {
  return names.map((name, index) => ({
    code: `${type}${String(index + 1).padStart(3, '0')}`,
    type,
    name,
    parent: null,
    selectable: true,
  }))
}

/** Codes 566 for the class, 56601 … for what stands in it. */
function tree(type: QualificationType, classes: readonly CatalogueClass[]): SubjectRow[] {
  return classes.flatMap(([number, name, entries]) => {
    const parent = `${type}${number}`
    const head: SubjectRow = { code: parent, type, name, parent: null, selectable: false }
    const rows = entries.map((entry, index): SubjectRow => ({
      code: `${parent}${String(index + 1).padStart(2, '0')}`,
      type,
      name: entry,
      parent,
      selectable: true,
    }))
    return [head, ...rows]
  })
}
