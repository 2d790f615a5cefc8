import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REPOSITORY, listFiles } from './repository.ts'

/** A layer only orders rules: outside `@media print` what a printer should not see is missing on the screen as well. */
test('what stands in the layer for print holds in print alone', () => {
  const sheets = listFiles(REPOSITORY).filter((path) => path.endsWith('.css'))
  const opened = sheets.flatMap((path) =>
    [
      ...readFileSync(join(REPOSITORY, path), 'utf8').matchAll(
        /(@media print \{\s*)?@layer print \{\s*(@media print)?/g,
      ),
    ].map(([, outside, inside]) => ({ path, isForPrint: outside !== undefined || inside !== undefined })),
  )
  expect(opened.length).toBeGreaterThan(0)
  expect(opened.filter(({ isForPrint }) => !isForPrint)).toEqual([])
})
