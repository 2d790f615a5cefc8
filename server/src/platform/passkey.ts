import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'

/** ES256, EdDSA and RS256: what authenticators on the market make; nothing else is taken (S-035). */
const ALGORITHMS = [-7, -8, -257]

export interface PasskeyPlace {
  /** Challenge this server made, base64url. */
  readonly challenge: string
  /** Origin of the office; its host is the RP id. */
  readonly origin: string
}

export interface PasskeyAssertion {
  readonly credentialId: string
  readonly clientData: string
  readonly authenticatorData: string
  readonly signature: string
}

/** RP id of a site: its host without the port. */
export function rpIdOf(origin: string): string {
  return new URL(origin).hostname
}

/**
 * The counter of a passkey that signed this challenge for this host with its holder verified, or undefined. Whether the
 * counter went on is for the caller, who keeps it (S-034, S-035).
 */
export async function verifyPasskey(
  place: PasskeyPlace,
  proof: PasskeyAssertion,
  publicKey: Uint8Array,
): Promise<number | undefined> {
  const { credentialId: id, clientData: clientDataJSON, authenticatorData, signature } = proof
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: place.challenge,
      expectedOrigin: place.origin,
      expectedRPID: rpIdOf(place.origin),
      credential: { id, publicKey: new Uint8Array(publicKey), counter: 0 },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    // The library says by throwing that something does not fit; for the officer all of it is one answer.
    return undefined
  }
}

export interface NewPasskey {
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly signCount: number
}

/** A passkey made for this host on this challenge with its holder verified, or undefined. */
export async function verifyNewPasskey(
  place: PasskeyPlace,
  made: { readonly credentialId: string; readonly clientData: string; readonly attestation: string },
): Promise<NewPasskey | undefined> {
  const { credentialId: id, clientData: clientDataJSON, attestation: attestationObject } = made
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: place.challenge,
      expectedOrigin: place.origin,
      expectedRPID: rpIdOf(place.origin),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified) return undefined
    const { credential } = registrationInfo
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
    }
  } catch {
    // As above.
    return undefined
  }
}
