import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser'
import type { PasskeyOffer } from '@xingtan/contract/office/security'
import type { KeyResult } from './key-middleware.ts'

export interface MadePasskey {
  readonly credentialId: string
  readonly clientData: string
  readonly attestation: string
}

/** ES256, EdDSA, RS256: what the server takes. */
const ALGORITHMS = [-7, -8, -257]

/** Has this device make a passkey for the office; its holder confirms with finger, face or device PIN. */
export async function makePasskey(offer: PasskeyOffer): Promise<KeyResult<MadePasskey>> {
  if (!browserSupportsWebAuthn()) return { ok: false, failure: { kind: 'passkey-missing' } }
  try {
    const { id, response } = await startRegistration({
      optionsJSON: {
        challenge: offer.challenge,
        rp: { id: offer.rpId, name: offer.rpName },
        user: { id: offer.userHandle, name: offer.username, displayName: offer.displayName },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' as const })),
        excludeCredentials: offer.excludeCredentialIds.map((known) => ({ id: known, type: 'public-key' as const })),
        authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
        attestation: 'none',
        timeout: 60_000,
      },
    })
    const { clientDataJSON: clientData, attestationObject: attestation } = response
    return { ok: true, value: { credentialId: id, clientData, attestation } }
  } catch {
    // As with signing: cancelled, too late and already there look the same.
    return { ok: false, failure: { kind: 'passkey-stopped' } }
  }
}
