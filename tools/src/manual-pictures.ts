import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { type NamedPicture, PICTURES, listNamedPictures } from './manual-names.ts'
import { PlainError } from './plain-error.ts'
import { runCommand } from './run-command.ts'
import { runJourneys } from './run-journeys.ts'

const FORMS = {
  desk: { shot: 1440, width: 1200, tallest: 1000, isEnd: false },
  phone: { shot: 390, width: 390, tallest: 1000, isEnd: false },
  'phone-end': { shot: 390, width: 390, tallest: 800, isEnd: true },
}
const LARGEST_BYTES = 80_000
/** Tried one after the other until a picture is small enough. */
const QUALITIES = [72, 60, 50, 40, 30]
/** What differs less from the ground than this is the watermark. */
const FAINT = 40
const MARGIN = 24

/** The last row of a picture with something to see; below it there is only ground. */
async function lastRow(shot: string): Promise<number> {
  const { data, info } = await sharp(shot).greyscale().raw().toBuffer({ resolveWithObject: true })
  const ground = data.at(-1) ?? 0
  for (let row = info.height - 1; row > 0; row -= 1) {
    const line = data.subarray(row * info.width, (row + 1) * info.width)
    if (line.some((value) => Math.abs(value - ground) > FAINT)) return row
  }
  return info.height - 1
}

/** One picture small enough to be read with its text: a part of the page at the width of a manual. */
async function makeSmall(shot: string, { width, tallest, isEnd }: (typeof FORMS)['desk']): Promise<Buffer> {
  const own = await sharp(shot).metadata()
  const seen = Math.min(own.height, (await lastRow(shot)) + MARGIN)
  const height = Math.min(seen, Math.round((tallest * own.width) / width))
  const region = { left: 0, top: isEnd ? seen - height : 0, width: own.width, height }
  const picture = sharp(shot).extract(region).resize(width)
  for (const quality of QUALITIES) {
    const small = await picture.clone().webp({ quality, effort: 6 }).toBuffer()
    if (small.length <= LARGEST_BYTES) return small
  }
  throw new PlainError(`${shot} 不能缩小到 ${LARGEST_BYTES / 1000} KB 以内。`, `${shot} cannot be made small enough.`)
}

/** Turns what the journeys photographed into the pictures the manuals name; those nobody names go. */
async function makePictures(shots: string, named: readonly NamedPicture[]): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  const missing: string[] = []
  for (const { file, page, part } of named) {
    const form = FORMS[part]
    const shot = join(shots, `${page}-${form.shot}.png`)
    if (existsSync(shot)) writeFileSync(join(PICTURES, file), await makeSmall(shot, form))
    else missing.push(page)
  }
  const files = new Set(named.map(({ file }) => file))
  for (const file of readdirSync(PICTURES)) if (!files.has(file)) rmSync(join(PICTURES, file))
  console.log(`手册共有 ${files.size} 张图片。`)
  if (missing.length > 0) {
    const pages = missing.join('、')
    throw new PlainError(`浏览器测试没有拍到：${pages}。`, `The journeys did not look at: ${pages}.`)
  }
}

/** `npm run manual-pictures`: the journeys photograph every page they look at; `-- --from <folder>` takes what is there. */
await runCommand(async (args) => {
  const named = listNamedPictures()
  const [first, folder] = args
  if (first === '--from' && folder !== undefined) return makePictures(folder, named)
  const shots = mkdtempSync(join(tmpdir(), 'xingtan-manual-'))
  try {
    process.env['SCREENSHOTS'] = shots
    const log = (line: string): void => console.log(line)
    const { code } = await runJourneys(args, { report: join(shots, 'journeys.json'), log })
    if (code !== 0) throw new PlainError('有浏览器测试没有通过，手册图片没有更新。', 'A journey failed.')
    return await makePictures(shots, named)
  } finally {
    rmSync(shots, { recursive: true, force: true })
  }
})
