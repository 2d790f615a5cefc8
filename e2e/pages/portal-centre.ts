import { expect, type Page } from '@playwright/test'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { lookAt } from './look-at.ts'
import { expectTitle } from './portal.ts'

/** A source that a loaded machine does not reach in three seconds is asked again after 15 and after 30 more. */
const SOURCE_PATIENCE = { timeout: 90_000 }

async function openModule(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: '个人信息中心' }).getByRole('link', { name: title }).click()
  await expectTitle(page, title)
}

interface Numbered {
  readonly module: string
  readonly label: string
  readonly action: string
  readonly number: string
  readonly picture: string
}

/** Adds one certificate by its number and waits until its source has answered. */
async function addByNumber(page: Page, { module, label, action, number, picture }: Numbered): Promise<void> {
  await openModule(page, module)
  await page.getByLabel(label).fill(number)
  await page.getByRole('button', { name: action }).click()
  const record = page.getByRole('region', { name: `证书编号 ${number}` })
  await expect(record.getByText('系统核验通过')).toBeVisible(SOURCE_PATIENCE)
  await lookAt(page, picture)
}

/** 个人信息中心: fetches the proof, adds Putonghua, education and degree; each comes from its source. */
export async function fillCentre(page: Page, person: SandboxPerson): Promise<void> {
  await page.getByRole('link', { name: '个人信息中心' }).first().click()
  await expectTitle(page, '个人身份信息')
  await lookAt(page, 'portal-centre-identity')
  await openModule(page, '教师资格考试信息')
  await page.getByRole('button', { name: '同步考试信息' }).click()
  await expect(page.getByText(person.proofs[0]?.number ?? '')).toBeVisible(SOURCE_PATIENCE)
  await lookAt(page, 'portal-centre-exam')
  await addByNumber(page, {
    module: '普通话证书信息',
    label: '证书编号',
    action: '核验普通话证书',
    number: person.putonghua[0]?.certificateNumber ?? '',
    picture: 'portal-centre-putonghua',
  })
  await addByNumber(page, {
    module: '学历学籍信息',
    label: '学历证书编号',
    action: '核验学历证书',
    number: person.educations[0]?.certificateNumber ?? '',
    picture: 'portal-centre-education',
  })
  await addByNumber(page, {
    module: '学位证书信息',
    label: '学位证书编号',
    action: '核验学位证书',
    number: person.degrees[0]?.certificateNumber ?? '',
    picture: 'portal-centre-degree',
  })
  await openModule(page, '教师资格证书信息')
  await lookAt(page, 'portal-centre-certificate')
}
