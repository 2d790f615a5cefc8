import type { Refusal } from '@xingtan/contract/problem'

/** A rule as a security officer writes it down. */
export interface WantedAddressRule {
  /** An address or a network in CIDR, IPv4 or IPv6. */
  readonly network: string
  readonly startsOn: string
  /** First day on which it no longer holds; null: until it is ended. */
  readonly endsOn: string | null
}

/** Shortest mask of a network that is still one office's; a wider one lets the neighbours in. */
const SHORTEST = { v4: 16, v6: 32 } as const

function isTooWide(network: string): boolean {
  const length = /\/(\d+)$/.exec(network)?.[1]
  if (length === undefined) return false
  return Number(length) < (network.includes(':') ? SHORTEST.v6 : SHORTEST.v4)
}

/** Reasons an address rule cannot be kept; 教资字〔2020〕1号 asks the agencies for their network IP (seed 000, S-037). */
export function refuseAddressRule(rule: WantedAddressRule): Refusal[] {
  const refusals: Refusal[] = []
  if (isTooWide(rule.network)) refusals.push({ code: 'staff.network-too-wide', field: 'network' })
  if (rule.endsOn !== null && rule.endsOn <= rule.startsOn) {
    refusals.push({ code: 'staff.address-days-wrong', field: 'endsOn' })
  }
  return refusals
}
