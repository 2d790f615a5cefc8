import sharp from 'sharp'
import type { AcceptanceReceipt } from './pdf-acceptance-receipt.ts'
import type { ApplicationForm } from './pdf-application-form.ts'

/** A made-up applicant for tests: rare characters in the name, a synthetic document number. */
export function aForm(changes: Partial<ApplicationForm> = {}): ApplicationForm {
  return {
    registrationNumber: '48213 90577 16239',
    certificateNumber: '20263308242000017',
    person: {
      name: '䶮㛃𠅤𫖯',
      sex: '女',
      ethnicity: '汉族',
      bornOn: '1999-12-24',
      documentType: '居民身份证',
      documentNumber: '330802199912249970',
      politicalStatus: '共青团员',
    },
    household: '浙江省衢州市柯城区府山街道',
    education: {
      level: '大学本科',
      degree: '文学学士',
      school: '浙江某某师范大学',
      major: '汉语言文学（师范）',
      studyForm: '普通全日制',
      graduatedOn: '2022-06-30',
    },
    work: { occupation: '未就业', workplace: null, title: '无' },
    applicationPlace: '浙江省衢州市柯城区（户籍所在地）',
    mailingAddress: '浙江省衢州市柯城区九华北大道 78 号 3 幢 2 单元 501 室',
    phone: '13900000000',
    qualificationType: '小学教师资格',
    subject: '语文',
    putonghua: { level: '二级甲等', certificateNumber: '332022001123456' },
    proof: { kind: '国家统一考试', number: '20252133100012345' },
    resume: [
      {
        fromMonth: '2015-09',
        toMonth: '2018-06',
        place: '衢州某某中学',
        role: '高中学生',
        witness: '王某某',
      },
      {
        fromMonth: '2018-09',
        toMonth: '2022-06',
        place: '浙江某某师范大学人文学院',
        role: '本科学生',
        witness: '李某某',
      },
      {
        fromMonth: '2022-09',
        toMonth: null,
        place: '衢州某某培训学校',
        role: '教务员',
        witness: null,
      },
    ],
    promise: {
      paragraphs: [
        '本人申请认定小学教师资格，已了解教师资格认定的有关规定，现郑重承诺：',
        '一、本人遵守宪法和法律，热爱教育事业，具有良好的思想品德，没有《中华人民共和国教师法》第十四条和《教师资格条例》第十八条、第十九条规定的情形。',
        '二、本人填报的信息和提交的材料真实、准确、完整、有效。',
        '三、本人知晓提供虚假信息或者隐瞒有关情况的法律后果，愿意承担由此产生的责任。',
      ],
      signedOn: '2026-09-14',
    },
    medical: { text: '合格', signedBy: '衢州市某某医院', signedOn: '2026-09-18' },
    confirmation: {
      text: '经现场核对，申请材料齐全，与原件一致，同意受理。',
      signedBy: '衢州学院行政楼108确认点　经办人：赵某某',
      signedOn: '2026-09-21',
    },
    decision: {
      text: '经审查，符合小学教师资格认定条件，准予认定。',
      signedBy: '柯城区教育局',
      signedOn: '2026-10-20',
    },
    remarks: null,
    isDemo: true,
    ...changes,
  }
}

export function aReceipt(changes: Partial<AcceptanceReceipt> = {}): AcceptanceReceipt {
  return {
    registrationNumber: '48213 90577 16239',
    applicantName: '䶮㛃𠅤𫖯',
    documentType: '居民身份证',
    maskedDocumentNumber: '3308************70',
    qualificationType: '小学教师资格',
    subject: '语文',
    agencyName: '柯城区教育局',
    pointName: '衢州学院行政楼108',
    pointAddress: '衢州市柯城区九华北大道 78 号',
    acceptedAt: '2026年9月21日 09:31',
    acceptedBy: '赵某某',
    materials: [
      { name: '居民身份证', verification: '系统核验、原件核对', remark: null },
      { name: '户口簿', verification: '原件核对', remark: '复印件一份' },
      { name: '学历证书', verification: '系统核验', remark: null },
      { name: '普通话水平测试等级证书', verification: '系统核验', remark: null },
      { name: '中小学教师资格考试合格证明', verification: '系统核验', remark: null },
      { name: '体检合格证明', verification: '原件核对', remark: '原件收存' },
      { name: '近期一寸免冠白底照片', verification: '与上传照片比对', remark: '同一底版' },
    ],
    decisionDueOn: '2026-11-09',
    remedyParagraphs: [
      '您可以登录中国教师资格网，在“我的业务”中查看办理进度。',
      '逾期未作出认定结论的，您可以依法申请行政复议，或者提起行政诉讼。',
    ],
    contact: '柯城区教育局教师资格认定窗口，电话 0570-0000000',
    printedAt: '2026年9月21日 09:32',
    isDemo: true,
    ...changes,
  }
}

/** A drawn head and shoulders, nobody's face; 295 × 413, JPEG. */
export function aPhoto(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="295" height="413"><rect width="295" height="413" fill="#fff"/>
    <path d="M40 413 Q50 310 147 300 Q245 310 255 413Z" fill="#33476b"/>
    <ellipse cx="147" cy="190" rx="72" ry="92" fill="#e8bb98"/>
    <path d="M75 170 Q80 70 147 72 Q214 70 219 170 Q147 110 75 170Z" fill="#20242c"/></svg>`
  return sharp(Buffer.from(svg)).flatten().jpeg().toBuffer()
}

/** A few strokes on white, PNG. */
export function aSignature(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="520" height="220"><rect width="520" height="220" fill="#fff"/>
    <path d="M30 50 Q90 20 130 60 Q90 120 40 190 M80 30 Q150 120 200 190 M230 60 L330 50 M280 40 Q270 150 230 190 M360 40 Q420 60 400 120 Q380 190 470 170 M430 60 Q450 140 500 190"
    fill="none" stroke="#1a2233" stroke-width="8" stroke-linecap="round"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
