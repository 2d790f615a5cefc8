import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import type { KeyProof, KeyQuestion } from '@xingtan/contract/office/session'
import { type KeyResult, signWithKey } from './key-middleware.ts'

/** Has the USB key answer a question of the server; the PIN goes to the program on this computer and nowhere else. */
export async function answerWithUsbKey(question: KeyQuestion, pin: string): Promise<KeyResult<KeyProof>> {
  const { challenge, keySerial, middlewareUrl } = question
  const signed = await signWithKey(middlewareUrl, { serial: keySerial ?? '', pin, challenge })
  return signed.ok ? { ok: true, value: { kind: 'sm2', ...signed.value } } : signed
}

/** Has a passkey answer; the browser asks its holder for finger, face or device PIN. */
export async function answerWithPasskey(question: KeyQuestion): Promise<KeyResult<KeyProof>> {
  if (question.passkey === null || !browserSupportsWebAuthn())
    return { ok: false, failure: { kind: 'passkey-missing' } }
  const { rpId, credentialIds } = question.passkey
  try {
    const { id, response } = await startAuthentication({
      optionsJSON: {
        challenge: question.challenge,
        rpId,
        userVerification: 'required',
        timeout: 60_000,
        allowCredentials: credentialIds.map((credentialId) => ({ id: credentialId, type: 'public-key' as const })),
      },
    })
    const { clientDataJSON: clientData, authenticatorData, signature } = response
    return { ok: true, value: { kind: 'passkey', credentialId: id, clientData, authenticatorData, signature } }
  } catch {
    // Browsers tell cancelling, waiting too long and a missing passkey apart for nobody, on purpose.
    return { ok: false, failure: { kind: 'passkey-stopped' } }
  }
}
