import { expect } from '@playwright/test'
import { lookAt } from './look-at.ts'
import { OfficeCase } from './office-case.ts'
import type { Office } from './office.ts'

/** 现场确认: finds the one case of a 报名号, which opens by itself. */
export async function findAtDesk(office: Office, registrationNumber: string): Promise<OfficeCase> {
  await office.goTo('现场确认')
  await lookAt(office.page, 'office-desk')
  await office.page.getByLabel('报名号、证件号码或二维码').fill(registrationNumber)
  await office.page.keyboard.press('Enter')
  const found = new OfficeCase(office.page)
  await found.expectShown(registrationNumber)
  await lookAt(office.page, 'office-case-confirm-user')
  return found
}

/** 办理队列: opens a case that is listed there. */
export async function openFromQueue(office: Office, registrationNumber: string): Promise<OfficeCase> {
  await office.goTo('办理队列')
  const link = office.page.getByRole('link', { name: registrationNumber })
  await expect(link).toBeVisible()
  await lookAt(office.page, 'office-queue')
  await link.click()
  const opened = new OfficeCase(office.page)
  await opened.expectShown(registrationNumber)
  return opened
}
