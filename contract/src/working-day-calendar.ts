import { z } from 'zod'

const Year = z.string().regex(/^\d{4}$/)

/** Days off and make-up workdays of one year, as its notice on days off sets them. */
export const CalendarYear = z.strictObject({
  year: Year,
  source: z.string().min(1),
  holidays: z.array(z.strictObject({ day: z.iso.date(), name: z.string().min(1) })),
  workdays: z.array(z.iso.date()),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** `server/reference/calendar.json`: every year of the coverage is present, none besides. */
export const WorkingDayCalendar = z
  .strictObject({ coverage: z.strictObject({ from: Year, to: Year }), years: z.array(CalendarYear) })
  .refine(
    ({ coverage, years }) =>
      years.length === Number(coverage.to) - Number(coverage.from) + 1 &&
      years.every(({ year }, index) => Number(year) === Number(coverage.from) + index),
    { error: 'the years listed must be exactly the years covered, in order' },
  )
export type WorkingDayCalendar = z.infer<typeof WorkingDayCalendar>
