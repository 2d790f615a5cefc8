import { expect, test } from 'vitest'
import { groupCertificateNumber } from './group-certificate-number.ts'

test('parts the seventeen digits into year, agency, type, sex and serial', () => {
  expect(groupCertificateNumber('20263308221000017')).toBe('2026 33082 2 1 000017')
})

test('leaves other text as it is', () => {
  expect(groupCertificateNumber('浙教 123')).toBe('浙教 123')
})
