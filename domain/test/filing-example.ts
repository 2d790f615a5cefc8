import type { FilingContent } from '@xingtan/contract/office/filing'
import type { FilingRules } from '../src/filing.ts'

export const filingRules: FilingRules = {
  planTableBy: '02-28',
  noticeDaysBefore: 10,
  schemeDaysBefore: 10,
  remindDaysBefore: 7,
  photoWords: [
    { name: '近期', wordings: ['近期'] },
    { name: '免冠正面', wordings: ['免冠正面', '正面免冠'] },
    { name: '1 寸', wordings: ['1寸', '一寸'] },
    { name: '白底', wordings: ['白底'] },
    { name: 'JPG/JPEG 格式', wordings: ['JPG', 'JPEG'] },
    { name: '不大于 200K', wordings: ['200K'] },
  ],
}

/** As seed 001 二(三) words it. */
export const PHOTO_RULE = '上传照片统一使用近期免冠正面 1 寸彩色白底证件照（上传格式为 JPG/JPEG 格式，不大于 200K）。'

export const notice: Extract<FilingContent, { kind: 'applicant-notice' }> = {
  kind: 'applicant-notice',
  title: '关于做好教师资格认定工作的通知',
  documentNumber: '浙教师〔2026〕1号',
  issuedOn: '2026-02-01',
  text: `各市教育局：现将有关事项通知如下。${PHOTO_RULE}`,
}

export const planTable: Extract<FilingContent, { kind: 'plan-table' }> = {
  kind: 'plan-table',
  head: '钱塘月',
  batches: [
    {
      work: 'recognition',
      name: '上半年认定',
      networkFrom: '2026-04-01',
      networkTo: '2026-04-20',
      confirmFrom: '2026-04-21',
      confirmTo: '2026-04-30',
      expectedCount: 30_000,
    },
    {
      work: 'registration',
      name: '定期注册',
      networkFrom: '2026-09-13',
      networkTo: '2026-12-15',
      confirmFrom: null,
      confirmTo: null,
      expectedCount: 0,
    },
  ],
  trainings: [
    {
      from: '2026-03-10',
      to: '2026-03-11',
      topic: '工作部署、政策学习、系统使用',
      place: '杭州',
      head: '越千峰',
      expectedCount: 200,
    },
  ],
}

export const scheme: Extract<FilingContent, { kind: 'scheme' }> = {
  kind: 'scheme',
  leader: '沈怀远',
  deputy: '顾盼之',
  head: '温如许',
  stages: [{ from: '2026-04-01', to: '2026-04-20', title: '网上报名', responsible: '人事科 温如许' }],
  hospitals: [{ name: '演示医院', perDay: 120 }],
  points: [{ name: '柯城区政务服务中心', address: '演示路 1 号', deskCount: 4 }],
  safety: '分时预约，配备医务和保卫人员。',
  budgetAssured: true,
}
