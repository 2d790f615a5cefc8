import type { Page } from '@playwright/test'
import { PIN } from '../api/sandbox.ts'
import { lookAt } from './look-at.ts'

/** Answers 请用密钥确认 with the PIN of the key that is plugged in (S-036). */
export async function signAct(page: Page): Promise<void> {
  const question = page.getByRole('dialog', { name: '请用密钥确认' })
  await question.getByLabel('密钥口令').fill(PIN)
  await lookAt(page, 'office-key-proof')
  await question.getByRole('button', { name: '签名并提交' }).click()
}
