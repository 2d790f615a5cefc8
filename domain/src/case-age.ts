/** Whole years lived on a legal day; the birthday itself counts (民法典 art. 1259 and the practice of 周岁). */
export function ageOn(birthOn: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (day.slice(5) < birthOn.slice(5) ? 1 : 0)
}
