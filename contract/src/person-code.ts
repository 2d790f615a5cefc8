import { z } from 'zod'

/** One entry of a code table that people choose from; `code` is stored, `name` is shown. */
export interface CodeEntry {
  readonly code: string
  readonly name: string
}

/** The name of a code, undefined when the table does not know it. */
export function nameOfCode(table: readonly CodeEntry[], code: string): string | undefined {
  return table.find((entry) => entry.code === code)?.name
}

function entries(rows: string): readonly CodeEntry[] {
  return rows.split(' ').map((row) => ({ code: row.slice(0, 2), name: row.slice(2) }))
}

function codesOf(table: readonly CodeEntry[], error: string) {
  return z.enum(
    table.map((entry) => entry.code),
    { error },
  )
}

/** 民族, GB/T 3304-1991, with 97 其他 (open to holders of HK, Macao and Taiwan documents) and 98. */
export const ETHNIC_GROUPS = entries(
  '01汉族 02蒙古族 03回族 04藏族 05维吾尔族 06苗族 07彝族 08壮族 09布依族 10朝鲜族 11满族 12侗族 13瑶族 14白族 ' +
    '15土家族 16哈尼族 17哈萨克族 18傣族 19黎族 20傈僳族 21佤族 22畲族 23高山族 24拉祜族 25水族 26东乡族 27纳西族 ' +
    '28景颇族 29柯尔克孜族 30土族 31达斡尔族 32仫佬族 33羌族 34布朗族 35撒拉族 36毛南族 37仡佬族 38锡伯族 39阿昌族 ' +
    '40普米族 41塔吉克族 42怒族 43乌孜别克族 44俄罗斯族 45鄂温克族 46德昂族 47保安族 48裕固族 49京族 50塔塔尔族 ' +
    '51独龙族 52鄂伦春族 53赫哲族 54门巴族 55珞巴族 56基诺族 97其他 98外国血统中国籍人士',
)
export const EthnicGroupCode = codesOf(ETHNIC_GROUPS, '请选择民族。')

/** 政治面貌, GB/T 4762. */
export const POLITICAL_STATUSES = entries(
  '01中共党员 02中共预备党员 03共青团员 04民革党员 05民盟盟员 06民建会员 07民进会员 08农工党党员 09致公党党员 ' +
    '10九三学社社员 11台盟盟员 12无党派人士 13群众',
)
export const PoliticalStatusCode = codesOf(POLITICAL_STATUSES, '请选择政治面貌。')

/** 现从事职业: own codes; the handbook asks students to choose 学生. */
export const OCCUPATIONS = entries(
  '01学生 02中小学教师 03幼儿园教师 04中等职业学校教师 05高等学校教师 06教育培训机构人员 07机关工作人员 ' +
    '08事业单位人员 09企业人员 10现役军人 11自由职业者 12待业人员 99其他',
)
export const OccupationCode = codesOf(OCCUPATIONS, '请选择现从事职业。')

/** 专业技术职务: own codes; 00 无 for whoever holds none. */
export const PROFESSIONAL_TITLES = entries(
  '00无 11正高级教师 12高级教师 13一级教师 14二级教师 15三级教师 21教授 22副教授 23讲师 24助教 31正高级讲师 ' +
    '32高级讲师 33助理讲师 41正高级工程师 42高级工程师 43工程师 44助理工程师 45技术员 51高级技师 52技师 53高级工 54中级工 99其他',
)
export const ProfessionalTitleCode = codesOf(PROFESSIONAL_TITLES, '请选择专业技术职务。')

/** 性别, GB/T 2261.1; 0 未知 and 9 未说明 are not accepted for a qualification. */
export const Sex = z.enum(['male', 'female'], { error: '请选择性别。' })
export type Sex = z.infer<typeof Sex>
export const SEX_NAMES: Readonly<Record<Sex, string>> = { male: '男', female: '女' }
export const SEX_CODES: Readonly<Record<Sex, string>> = { male: '1', female: '2' }

/** 学历层次, highest first; the names are those of 学信网. Only a graduation (毕业) counts as having a level. */
export const EducationLevel = z.enum(['doctor', 'master', 'bachelor', 'associate', 'secondary'], {
  error: '请选择学历层次。',
})
export type EducationLevel = z.infer<typeof EducationLevel>
export const EDUCATION_LEVEL_NAMES: Readonly<Record<EducationLevel, string>> = {
  doctor: '博士研究生',
  master: '硕士研究生',
  bachelor: '本科',
  associate: '专科',
  secondary: '中等职业教育',
}

/** 学位层次; the digit is the level digit of the degree certificate number (GB/T 6864). */
export const DegreeLevel = z.enum(['doctor', 'master', 'bachelor', 'none'], { error: '请选择学位层次。' })
export type DegreeLevel = z.infer<typeof DegreeLevel>
export const DEGREE_LEVEL_NAMES: Readonly<Record<DegreeLevel, string>> = {
  doctor: '博士',
  master: '硕士',
  bachelor: '学士',
  none: '无学位',
}

/** 学习形式 in the words of 学信网. */
export const STUDY_FORMS = [
  '普通全日制',
  '全日制',
  '非全日制',
  '脱产',
  '业余',
  '夜大学',
  '函授',
  '网络教育',
  '开放教育',
  '自学考试',
] as const
export const StudyForm = z.enum(STUDY_FORMS, { error: '请选择学习形式。' })

/** 学籍状态 in the words of 学信网; only 注册学籍 qualifies a student (handbook 3.1.2). */
export const ENROLMENT_STATUSES = [
  '注册学籍',
  '保留入学资格',
  '休学',
  '保留学籍',
  '转学',
  '退学',
  '毕业',
  '结业',
] as const
export const EnrolmentStatus = z.enum(ENROLMENT_STATUSES, { error: '请选择学籍状态。' })
export const QUALIFYING_ENROLMENT_STATUS = '注册学籍' satisfies z.infer<typeof EnrolmentStatus>
