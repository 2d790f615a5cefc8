import type { HolidayNotice } from '@xingtan/contract/office/calendar'

/** What stands in the fields of the form: one day a line, a holiday followed by its name. */
export interface NoticeDraft {
  readonly year: string
  readonly holidays: string
  readonly workdays: string
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n，,；;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The notice a draft stands for; what is no day goes to the endpoint's schema as it is. */
export function toNotice({ year, holidays, workdays }: NoticeDraft): HolidayNotice {
  return {
    year: year.trim(),
    holidays: linesOf(holidays).map((line) => {
      const [day = '', ...words] = line.split(/\s+/)
      return { day, name: words.join('') || '节假日' }
    }),
    workdays: linesOf(workdays),
  }
}

/** The form as it begins: the statutory days of the year, to be completed from the notice. */
export function beginDraft(year: string, statutoryHolidays: readonly string[]): NoticeDraft {
  return { year, holidays: statutoryHolidays.map((day) => `${day} 节假日`).join('\n'), workdays: '' }
}
