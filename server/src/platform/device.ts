const SYSTEMS = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['鸿蒙手机', /HarmonyOS|OpenHarmony/],
  ['安卓手机', /Android/],
  ['Windows 电脑', /Windows/],
  ['苹果电脑', /Macintosh/],
  ['Linux 电脑', /Linux/],
] as const
const BROWSERS = [
  ['微信', /MicroMessenger/],
  ['Edge', /Edg\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const

/** A short name a person recognises, for example 「iPhone · Safari」; made from the user agent, which proves nothing. */
export function describeDevice(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 400)
  const system = SYSTEMS.find(([, pattern]) => pattern.test(text))?.[0] ?? '未知设备'
  const browser = BROWSERS.find(([, pattern]) => pattern.test(text))?.[0] ?? '未知浏览器'
  return `${system} · ${browser}`
}
