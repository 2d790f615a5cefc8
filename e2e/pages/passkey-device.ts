import type { Page } from '@playwright/test'

/** A device with a passkey store in this browser, whose holder always confirms. */
export interface PasskeyDevice {
  /** From now on the holder does, or does not, confirm with finger or PIN. */
  confirm(isConfirming: boolean): Promise<void>
  countPasskeys(): Promise<number>
}

/** Plugs Chromium's own virtual authenticator into a page. */
export async function plugPasskeyDevice(page: Page): Promise<PasskeyDevice> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    confirm: async (isUserVerified) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
    countPasskeys: async () => {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials.length
    },
  }
}
