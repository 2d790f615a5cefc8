import { z } from 'zod'

/** Row keys are UUIDs made by the server. */
export const Id = z.uuid({ error: '编号格式不正确。' })
/** A calendar day in Asia/Shanghai, `2026-09-14`. */
export const Day = z.iso.date({ error: '请填写日期，例如 2026-09-14。' })
/** An instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime()
/** A mainland mobile number, eleven digits. */
export const Phone = z.string().regex(/^1\d{10}$/, { error: '请填写 11 位手机号码。' })
/** A code sent to a phone, six digits. */
export const PhoneCode = z.string().regex(/^\d{6}$/, { error: '请填写短信中的 6 位数字验证码。' })

/** Text a person typed: trimmed, without control characters, at most `max` characters. */
export function line(max: number, title: string) {
  return z
    .string()
    .trim()
    .min(1, { error: `请填写${title}。` })
    .max(max, { error: `${title}不能超过 ${max} 个字。` })
    .regex(/^[^\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]*$/u, {
      error: `${title}中有无法识别的符号，请删去后再填。`,
    })
}

/** As `line`, in several lines, and empty where nothing has to be said. */
export function lines(max: number, title: string) {
  return z
    .string()
    .trim()
    .max(max, { error: `${title}不能超过 ${max} 个字。` })
    .regex(/^(?:\n|\r\n|[^\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069])*$/u, {
      error: `${title}中有无法识别的符号，请删去后再填。`,
    })
}

/** Keyset paging: `after` is the opaque mark of the last row seen. */
export const Page = { after: z.string().max(200).optional() }

/** Answer of commands that have nothing to say beyond "done". */
export const Done = z.strictObject({ done: z.literal(true) })
