import {
  acceptSigningEndpoint,
  getSigningEndpoint,
  offerSigningEndpoint,
  openSigningEndpoint,
  rejectSigningEndpoint,
  submitSignatureEndpoint,
} from '@xingtan/contract/signing'
import { bind } from '../../platform/http-bind.ts'
import { acceptSigning } from './accept-signing.ts'
import { getSigning } from './get-signing.ts'
import { offerSigning } from './offer-signing.ts'
import { openSigning } from './open-signing.ts'
import { rejectSigning } from './reject-signing.ts'
import { submitSignature } from './submit-signature.ts'

export const SIGNING_ROUTES = [
  bind(offerSigningEndpoint, offerSigning),
  bind(getSigningEndpoint, getSigning),
  bind(acceptSigningEndpoint, acceptSigning),
  bind(rejectSigningEndpoint, rejectSigning),
  bind(openSigningEndpoint, openSigning),
  bind(submitSignatureEndpoint, submitSignature),
]
