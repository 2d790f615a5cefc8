import {
  beginKeyProofEndpoint,
  beginPasskeyEndpoint,
  beginPasskeyWithCodeEndpoint,
  finishKeyProofEndpoint,
  getOwnSignInEndpoint,
  issuePasskeyCodeEndpoint,
  registerPasskeyEndpoint,
  registerPasskeyWithCodeEndpoint,
  revokeOwnPasskeyEndpoint,
} from '@xingtan/contract/office/security'
import { bind } from '../../platform/http-bind.ts'
import { beginKeyProof } from './begin-key-proof.ts'
import { beginPasskey } from './begin-passkey.ts'
import { beginPasskeyWithCode } from './begin-passkey-with-code.ts'
import { finishKeyProof } from './finish-key-proof.ts'
import { getOwnSignIn } from './get-own-sign-in.ts'
import { issuePasskeyCode } from './issue-passkey-code.ts'
import { registerPasskey } from './register-passkey.ts'
import { revokeOwnPasskey } from './revoke-own-passkey.ts'

/** Keys of officers: fresh signatures and passkeys. */
export const KEY_ROUTES = [
  bind(beginKeyProofEndpoint, beginKeyProof),
  bind(finishKeyProofEndpoint, finishKeyProof),
  bind(getOwnSignInEndpoint, getOwnSignIn),
  bind(beginPasskeyEndpoint, beginPasskey),
  bind(registerPasskeyEndpoint, registerPasskey),
  bind(revokeOwnPasskeyEndpoint, revokeOwnPasskey),
  bind(issuePasskeyCodeEndpoint, issuePasskeyCode),
  bind(beginPasskeyWithCodeEndpoint, beginPasskeyWithCode),
  bind(registerPasskeyWithCodeEndpoint, registerPasskey),
]
