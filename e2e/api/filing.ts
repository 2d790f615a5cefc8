import {
  type FilingContent,
  getFilingEndpoint,
  handInFilingEndpoint,
  listFilingsEndpoint,
  openFilingEndpoint,
  reviewFilingEndpoint,
  saveFilingEndpoint,
  uploadFilingScanEndpoint,
} from '@xingtan/contract/office/filing'
import { signInOfficerAs } from './officer.ts'
import type { Product } from './product.ts'
import type { Site } from './site.ts'

const PHOTO_RULE = '照片统一使用近期免冠正面 1 寸彩色白底证件照，上传格式为 JPG/JPEG 格式，不大于 200K。'
const SCAN = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/** A complete content of each kind for a round of this year. */
function contentsOf(year: number): readonly FilingContent[] {
  const day = (monthDay: string) => `${year}-${monthDay}`
  return [
    {
      kind: 'applicant-notice',
      title: '关于做好教师资格认定工作的通知',
      documentNumber: '浙教师〔2026〕1号',
      issuedOn: '2026-01-05',
      text: PHOTO_RULE,
    },
    {
      kind: 'plan-table',
      head: '钱塘月',
      batches: [
        {
          work: 'recognition',
          name: '上半年认定',
          networkFrom: day('04-05'),
          networkTo: day('04-28'),
          confirmFrom: day('05-08'),
          confirmTo: day('05-26'),
          expectedCount: 30_000,
        },
      ],
      trainings: [
        { from: day('03-10'), to: day('03-11'), topic: '政策学习', place: '杭州', head: '越千峰', expectedCount: 200 },
      ],
    },
    {
      kind: 'scheme',
      leader: '沈怀远',
      deputy: '顾盼之',
      head: '柳如眉',
      stages: [{ title: '网上报名', from: day('04-05'), to: day('04-28'), responsible: '人事处' }],
      hospitals: [{ name: '演示医院', perDay: 500 }],
      points: [{ name: '政务服务中心', address: '演示路 1 号', deskCount: 4 }],
      safety: '分时预约。',
      budgetAssured: true,
    },
  ]
}

/** Files whatever this officer's agency owes for a round and its year; answers the ids. */
async function fileDuties(site: Site, roundName: string): Promise<string[]> {
  const { duties } = await site.call(listFilingsEndpoint, {})
  const year = duties.find((duty) => duty.roundName === roundName)?.year
  const filed: string[] = []
  for (const { kind, year: ofYear, roundId, roundName: name } of duties) {
    const content = contentsOf(ofYear).find((one) => one.kind === kind)
    if (ofYear !== year || content === undefined || (name !== null && name !== roundName)) continue
    const { filingId } = await site.call(openFilingEndpoint, { kind, year: ofYear, roundId })
    const { version } = await site.call(getFilingEndpoint, { filingId })
    await site.call(saveFilingEndpoint, { filingId, version, content })
    const scanned = await site.call(uploadFilingScanEndpoint, { filingId }, { file: SCAN })
    await site.call(handInFilingEndpoint, { filingId, version: scanned.version })
    filed.push(filingId)
  }
  return filed
}

/** What has to be filed before the province and a city may set their plans of a round: filed and accepted (PLN-2). */
export async function fileForRound(product: Product, roundName: string): Promise<void> {
  const nation = await signInOfficerAs(product, 'nation-plan-2')
  for (const filingId of await fileDuties(await signInOfficerAs(product, 'zhejiang-plan-2'), roundName)) {
    await nation.call(reviewFilingEndpoint, { filingId, number: 1, accepted: true, reason: null })
  }
  await fileDuties(await signInOfficerAs(product, 'quzhou-plan'), roundName)
}
