import { WORK_INFO_STATE_TITLES } from '@xingtan/contract/office/work-info'
import type { Context } from '../../platform/context.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { writeSheet } from '../../platform/sheet.ts'
import { officerOf } from '../agency/index.ts'
import { getCollection } from './get-collection.ts'
import { openStaff } from './seal-staff.ts'
import { listHandedIn } from './sql.ts'

const TITLES = ['机构代码', '机构名称', '统一社会信用代码', '姓名', '手机号码', '办公电话', '网络 IP', '状态']

/** The forms of the own tree as one sheet, one line a person, text cells only; the export is an event (S-096, S-143). */
export async function exportWorkInfo(ctx: Context, input: { readonly collectionId: string }): Promise<BinaryReply> {
  const officer = officerOf(ctx)
  const { year, forms } = await ctx.readBelow(async (tx) => ({
    year: (await getCollection(tx, officer, input.collectionId)).year,
    forms: await listHandedIn(tx, input.collectionId, officer.agencyCode),
  }))
  const rows = forms.flatMap(({ code, name, creditCode, networkAddresses, state, staffSealed }) =>
    openStaff(ctx.crypto, staffSealed).map((person) => [
      code,
      name,
      creditCode,
      person.name,
      person.mobile,
      person.officePhone,
      networkAddresses.join('、'),
      WORK_INFO_STATE_TITLES[state],
    ]),
  )
  await ctx.write((tx) => {
    tx.concerns('work-info-collection', input.collectionId, { forms: forms.length, people: rows.length }, 'read')
    return Promise.resolve()
  })
  return {
    bytes: writeSheet({ name: '工作信息采集表', columns: TITLES.map((title) => ({ title })), rows }),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `work-info-${year}.xlsx`,
  }
}
