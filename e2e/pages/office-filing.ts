import { expect, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'

const PHOTO_RULE = '照片统一使用近期免冠正面 1 寸彩色白底证件照，上传格式为 JPG/JPEG 格式，不大于 200K。'
const SCAN = {
  name: '盖章扫描件.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
}

/** 报送事项 as an officer of a province, a city or the nation works on it. */
export class FilingDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens what has to be filed, beginning it when nobody has. */
  async begin(title: string): Promise<void> {
    await this.page.goto('/filings')
    await expect(this.page.getByRole('heading', { level: 1, name: '报送事项' })).toBeVisible()
    await this.page.getByRole('button', { name: `开始填写${title}` }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  /** A notice that first forgets the photo rule and is told so. */
  async writeNotice(): Promise<void> {
    const { page } = this
    await page.getByLabel('通知标题').fill('关于做好教师资格认定工作的通知')
    await page.getByLabel('文号').fill('浙教师〔2026〕1号')
    await page.getByLabel('印发日期').fill('2026-01-05')
    await page.getByLabel('通知正文').fill('各市教育局：请按时完成认定工作。')
    await this.saveAndScan()
    await expect(page.getByText('通知正文没有写明照片要求')).toBeVisible()
    await lookAt(page, 'office-filing-notice-refused')
    await page.getByLabel('通知正文').fill(`各市教育局：请按时完成认定工作。${PHOTO_RULE}`)
    await this.save()
  }

  async writePlanTable(year: number): Promise<void> {
    const { page } = this
    await page.getByLabel('负责人').fill('钱塘月')
    await page.getByRole('button', { name: '增加第 1 个批次' }).click()
    const batch = page.getByRole('group', { name: '第 1 个批次' })
    await batch.getByLabel('批次名称').fill('上半年认定')
    for (const [label, day] of [
      ['网报开始', '04-01'],
      ['网报结束', '04-20'],
      ['确认开始', '04-21'],
      ['确认结束', '04-30'],
    ] as const) {
      await batch.getByLabel(label).fill(`${year}-${day}`)
    }
    await batch.getByLabel('预计人数').fill('30000')
    await page.getByRole('button', { name: '增加第 1 次培训' }).click()
    const training = page.getByRole('group', { name: '第 1 次培训' })
    await training.getByLabel('开始日期').fill(`${year}-03-10`)
    await training.getByLabel('结束日期').fill(`${year}-03-11`)
    await training.getByLabel('培训内容').fill('工作部署、政策学习、系统使用')
    await training.getByLabel('地点').fill('杭州')
    await training.getByLabel('负责人').fill('越千峰')
    await training.getByLabel('预计人数').fill('200')
    await this.saveAndScan()
    await lookAt(page, 'office-filing-plan-table')
  }

  async writeScheme(year: number): Promise<void> {
    const { page } = this
    await expect(page.getByText('责任人还没有填写完整')).toBeVisible()
    await page.getByLabel('主要领导').fill('沈怀远')
    await page.getByLabel('分管领导').fill('顾盼之')
    await page.getByLabel('主管部门负责人').fill('柳如眉')
    await page.getByRole('button', { name: '增加第 1 个环节' }).click()
    await page.getByLabel('环节名称').fill('网上报名')
    await page.getByLabel('开始日期').fill(`${year}-04-01`)
    await page.getByLabel('结束日期').fill(`${year}-04-20`)
    await page.getByLabel('责任部门和责任人').fill('人事处 柳如眉')
    await page.getByRole('button', { name: '增加第 1 家医院' }).click()
    await page.getByLabel('医院名称').fill('演示医院')
    await page.getByLabel('每日可检人数').fill('120')
    await page.getByRole('button', { name: '增加第 1 个确认点' }).click()
    await page.getByLabel('名称', { exact: true }).fill('衢州市政务服务中心')
    await page.getByLabel('地址').fill('演示路 1 号')
    await page.getByLabel('窗口数').fill('4')
    await page.getByLabel('防控和安全措施').fill('分时预约，配备医务和保卫人员。')
    await page.getByLabel('已列入年度预算').check()
    await this.saveAndScan()
    await lookAt(page, 'office-filing-scheme')
  }

  async handIn(): Promise<void> {
    await this.page.getByRole('button', { name: /报送$/ }).click()
    await expect(this.page.getByText('已报送，待审核').first()).toBeVisible()
  }

  /** From the board to the filing of one agency. */
  async openBelow(title: string, agency: string): Promise<void> {
    const { page } = this
    await page.goto('/filings')
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByRole('heading', { level: 1, name: '报送情况' })).toBeVisible()
    await page.getByRole('link', { name: '已报送，待审核' }).click()
    await lookAt(page, `office-filing-board-${agency}`)
    await page.getByRole('link', { name: agency }).click()
    await expect(page.getByRole('heading', { level: 2, name: agency })).toBeVisible()
  }

  async accept(name: string): Promise<void> {
    const { page } = this
    await page.getByRole('button', { name: '退回' }).click()
    await expect(page.getByText('退回时请写明原因。')).toBeVisible()
    await lookAt(page, name)
    await page.getByRole('button', { name: '接收' }).click()
    await expect(page.getByText('已接收').first()).toBeVisible()
  }

  private async save(): Promise<void> {
    await this.page.getByRole('button', { name: /保存$/ }).click()
    await expect(this.page.getByText('保存后才能报送。')).toBeHidden()
  }

  private async saveAndScan(): Promise<void> {
    await this.save()
    await this.page.getByLabel('盖章扫描件').setInputFiles(SCAN)
    await expect(this.page.getByRole('link', { name: '查看盖章扫描件' })).toBeVisible()
  }
}
