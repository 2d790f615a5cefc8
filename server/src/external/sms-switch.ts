import type { SmsMessage } from '@xingtan/contract/authority/sms'
import type { Delivery, Sms } from './sms.ts'

/** How deliveries of the last two minutes are weighed. */
const WINDOW_MS = 120_000
const LEAST_SAMPLES = 5
const GOOD_SHARE = 0.8
/** A supplier that takes longer than this, half of the time, is as good as one that fails. */
const SLOW_MS = 2000
/** How often a message tries the first supplier again, and how many good answers bring it back. */
const PROBE_MS = 30_000
const PROBES_TO_RETURN = 3
/** How long a message whose fate is unknown stays with the supplier that may have sent it. */
const HOLD_MS = 60_000

interface Sample {
  readonly atMs: number
  readonly isGood: boolean
}

/** What the last two minutes say of one supplier. */
class DeliveryRecord {
  #samples: Sample[] = []

  add(sample: Sample): void {
    this.#samples = [...this.#samples.filter(({ atMs }) => sample.atMs - atMs < WINDOW_MS), sample]
  }

  isUnwell(nowMs: number): boolean {
    const recent = this.#samples.filter(({ atMs }) => nowMs - atMs < WINDOW_MS)
    if (recent.length < LEAST_SAMPLES) return false
    return recent.filter(({ isGood }) => isGood).length < recent.length * GOOD_SHARE
  }

  forget(): void {
    this.#samples = []
  }
}

/** Whether the supplier may have sent the message although it did not say so. */
function isUncertain(delivery: Delivery): boolean {
  if (delivery.kind !== 'source-down') return false
  return delivery.because !== 'circuit-open' && delivery.because !== 'status'
}

/**
 * Two suppliers of text messages as one. The first is used while the last two minutes are good; when they are
 * not, the second takes over, and the first comes back after three good tries. A message keeps its request id and its
 * text wherever it goes. One that was turned away for certain goes to the other at once; one whose fate is unknown stays
 * for a minute with the supplier that may have sent it, which knows it by its id and sends it once.
 */
export function createSmsSwitch(first: Sms, second: Sms, nowMs: () => number): Sms {
  const suppliers = [first, second] as const
  const records = [new DeliveryRecord(), new DeliveryRecord()] as const
  const held = new Map<string, { readonly place: 0 | 1; readonly sinceMs: number }>()
  let active: 0 | 1 = 0
  let probedAtMs = 0
  let goodProbes = 0

  const other = (place: 0 | 1): 0 | 1 => (place === 0 ? 1 : 0)
  const change = (place: 0 | 1) => {
    active = place
    records[place].forget()
    goodProbes = 0
    probedAtMs = nowMs()
  }
  const choose = (requestId: string): 0 | 1 => {
    const last = held.get(requestId)
    // One that has waited is never a try-out of the supplier it waited for.
    if (last !== undefined) return nowMs() - last.sinceMs < HOLD_MS ? last.place : other(last.place)
    if (active === 0 || nowMs() - probedAtMs < PROBE_MS) return active
    probedAtMs = nowMs()
    return 0
  }
  const judge = (place: 0 | 1, isGood: boolean) => {
    records[place].add({ atMs: nowMs(), isGood })
    if (place === active && records[place].isUnwell(nowMs())) return change(other(place))
    if (place !== 0 || active === 0) return
    goodProbes = isGood ? goodProbes + 1 : 0
    if (goodProbes >= PROBES_TO_RETURN) change(0)
  }
  const hold = (requestId: string, place: 0 | 1) => {
    for (const [id, { sinceMs }] of held) if (nowMs() - sinceMs >= HOLD_MS * 2) held.delete(id)
    if (!held.has(requestId)) held.set(requestId, { place, sinceMs: nowMs() })
  }
  const sendBy = async (place: 0 | 1, message: SmsMessage): Promise<Delivery> => {
    const beganMs = nowMs()
    const delivery = await suppliers[place].send(message)
    judge(place, delivery.kind === 'accepted' && nowMs() - beganMs < SLOW_MS)
    if (delivery.kind === 'accepted') held.delete(message.requestId)
    if (isUncertain(delivery)) hold(message.requestId, place)
    return delivery
  }
  return {
    send: async (message) => {
      const place = choose(message.requestId)
      const delivery = await sendBy(place, message)
      if (delivery.kind === 'accepted' || held.has(message.requestId)) return delivery
      return sendBy(other(place), message)
    },
  }
}
