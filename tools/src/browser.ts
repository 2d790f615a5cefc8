import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { PlainError } from './plain-error.ts'
import { runProgram } from './run-program.ts'

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const PACKAGES = ['chromium', 'fonts-noto-cjk']

/**
 * The browser the journeys run in, with a Chinese font beside it. What is missing is installed by apt-get when we may;
 * otherwise one sentence says what to do: the journeys are never skipped.
 */
export async function findBrowser(log: (line: string) => void): Promise<string> {
  if (!isComplete()) await install(log)
  const browser = browserPath()
  if (browser !== undefined && hasChineseFont()) return browser
  throw new PlainError(
    `浏览器测试需要 chromium 和中文字体。请以 root 执行：apt-get install ${PACKAGES.join(' ')}。`,
    `The browser journeys need chromium and a Chinese font: apt-get install ${PACKAGES.join(' ')}.`,
  )
}

async function install(log: (line: string) => void): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  log(`正在安装 ${PACKAGES.join('、')}(约需一分钟)。`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=400']
  await runProgram('apt-get', [...wait, 'update', '-qq'], { outputs: 'keep', env })
  const { code, output } = await runProgram(
    'apt-get',
    [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES],
    { outputs: 'keep', env },
  )
  if (code !== 0) log(output.trimEnd().split('\n').slice(-5).join('\n'))
}

function isComplete(): boolean {
  return browserPath() !== undefined && hasChineseFont()
}

function browserPath(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...CANDIDATES].find((path) => path !== '' && existsSync(path))
}

/** Without one every Chinese character of a screenshot is a box. */
function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return (stdout ?? '').trim() !== ''
}
