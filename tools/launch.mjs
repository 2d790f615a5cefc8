// Entry of every npm script. Plain JavaScript without dependencies, so that it runs under the old Node a machine may
// have: it installs what is missing, then runs tools/src/<command>.ts under the Node the product ships.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const STAMP = join(ROOT, 'node_modules', '.xingtan-installed')
// Type stripping without a flag and the current majors of our packages need at least this.
const OLDEST_NODE = 24

const [command, ...args] = process.argv.slice(2)
if (command === undefined) stop('用法：npm run <命令>。', 'Usage: npm run <command>.')
installWhatIsMissing()
run(findNode(), [join(ROOT, 'tools', 'src', `${command}.ts`), ...args])

/** A stamp of the lock file tells whether node_modules belongs to this version. */
function installWhatIsMissing() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  const startedAt = Date.now()
  console.log('正在安装依赖(第一次约需一至三分钟)…')
  const { program, first } = findNpm()
  const options = ['install', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, stdout, stderr } = spawnSync(program, [...first, ...options], { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) explainInstall(`${stdout ?? ''}${stderr ?? ''}`)
  // npm writes the lock again when it wants to; the stamp is of what lies there now.
  writeFileSync(
    STAMP,
    createHash('sha256')
      .update(readFileSync(join(ROOT, 'package-lock.json')))
      .digest('hex'),
  )
  console.log(`依赖已安装，用时 ${Math.round((Date.now() - startedAt) / 1000)} 秒。`)
}

/** The npm that runs us, or the one on the PATH. */
function findNpm() {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') === true && existsSync(script)
    ? { program: process.execPath, first: [script] }
    : { program: 'npm', first: [] }
}

function explainInstall(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    stop('磁盘已满，依赖没有装完。请腾出约 2 GB 空间后再试。', 'The disk is full; free about 2 GB and try again.')
  }
  if (/EACCES|EROFS|EPERM/.test(output)) {
    stop(`没有写入 ${ROOT} 的权限，依赖无法安装。`, `No permission to write to ${ROOT}; nothing was installed.`)
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output)) {
    stop(
      '连不上软件包仓库，依赖无法安装。请检查网络后再试。',
      'The package registry cannot be reached; check the network.',
    )
  }
  stop(`依赖安装失败：\n${output.trim().split('\n').slice(-15).join('\n')}`, 'npm install failed.')
}

function findNode() {
  const shipped = join(ROOT, 'node_modules', '.bin', 'node')
  if (existsSync(shipped)) return shipped
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath
  return stop(
    `这个平台(${process.platform}-${process.arch})需要自行安装 Node ${OLDEST_NODE} 或更新的版本，当前是 ${process.versions.node}。`,
    `This platform needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.`,
  )
}

/** Runs the command in our place: signals go on to it, its end is our end, and it ends when whoever started us is gone. */
function run(node, commandLine) {
  const parent = process.ppid
  const child = spawn(node, commandLine, {
    stdio: 'inherit',
    env: { ...process.env, XINGTAN_LAUNCHER: String(process.pid) },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 1000)
  child.once('error', (error) => stop(`无法运行 ${node}：${error.message}`, `Cannot run ${node}.`))
  child.once('exit', (code, signal) => {
    clearInterval(watch)
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
  })
}

function stop(chinese, english) {
  console.error(`${chinese}\n${english}`)
  process.exit(1)
}
