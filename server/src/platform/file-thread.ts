import { Worker } from 'node:worker_threads'

const TIMEOUT_MS = 5000

/** Two threads at once; more uploads wait, so that a storm of them never takes the machine (S-113). */
const THREADS_MAX = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= THREADS_MAX) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function answerOf<T>(program: URL, input: unknown, broken: T): Promise<T> {
  const worker = new Worker(program, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
  })
  return new Promise((resolve) => {
    const end = (answer: T) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(answer)
    }
    const timer = setTimeout(() => end(broken), TIMEOUT_MS)
    worker.on('message', end)
    worker.on('error', () => end(broken))
  })
}

/**
 * Looks at one uploaded file in a thread of its own, with its own memory limit and five seconds. Whatever breaks the
 * thread gives `broken` as the answer (S-096, S-113).
 */
export function readInThread<T>(program: URL, input: unknown, broken: T): Promise<T> {
  return inTurn(() => answerOf(program, input, broken))
}
