import { z } from 'zod'
import { PlainError } from './plain-error.ts'
import { runScript } from './run-program.ts'

/** One person of the demo and what they can show. */
const DemoPerson = z.object({ who: z.string(), account: z.string(), password: z.string(), can: z.string() })
export type DemoPerson = z.infer<typeof DemoPerson>

const Seeded = z.object({ event: z.literal('seeded'), people: z.array(DemoPerson) })

/** Loads reference and demo data (repeating it keeps what is there) and returns the demo people. */
export async function seed(env: Readonly<Record<string, string>>): Promise<DemoPerson[]> {
  const { code, output } = await runScript('server/src/main.ts', ['seed'], { outputs: 'keep', env })
  const seeded = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => Seeded.safeParse(parseJson(line)))
    .find(({ success }) => success)
  if (code === 0 && seeded?.data !== undefined) return seeded.data.people
  throw new PlainError(
    `演示数据没有载入：\n${output.trimEnd().split('\n').slice(-40).join('\n')}`,
    'The demo data could not be loaded.',
  )
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
