import type { Services } from './context.ts'

/**
 * How the office system is called from outside, to find it in texts meant for the public (S-038, S-040). Where both
 * sites have one name, as on a single machine, only the port tells them apart.
 */
export function officeHostsOf({
  officeOrigin,
  publicOrigin,
}: Pick<Services, 'officeOrigin' | 'publicOrigin'>): string[] {
  const office = new URL(officeOrigin)
  return [office.hostname === new URL(publicOrigin).hostname ? office.host : office.hostname]
}
