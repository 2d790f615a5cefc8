import {
  completeProfileEndpoint,
  createChallengeEndpoint,
  getMeEndpoint,
  registerEndpoint,
  requestRealNameCheckEndpoint,
  sendPhoneCodeEndpoint,
  signInEndpoint,
  signInWithCodeEndpoint,
  signOutEndpoint,
  solveChallengeEndpoint,
} from '@xingtan/contract/account'
import { bind } from '../../platform/http-bind.ts'
import { createChallenge, solveChallenge } from './challenge.ts'
import { completeProfile } from './complete-profile.ts'
import { sendPhoneCode } from './phone-code.ts'
import { requestRealNameCheck } from './real-name.ts'
import { register } from './register.ts'
import { getMe, signOut } from './session.ts'
import { signIn } from './sign-in.ts'
import { signInWithCode } from './sign-in-with-code.ts'

export const ACCOUNT_ROUTES = [
  bind(createChallengeEndpoint, createChallenge),
  bind(solveChallengeEndpoint, solveChallenge),
  bind(sendPhoneCodeEndpoint, sendPhoneCode),
  bind(registerEndpoint, register),
  bind(signInEndpoint, signIn),
  bind(signInWithCodeEndpoint, signInWithCode),
  bind(signOutEndpoint, signOut),
  bind(getMeEndpoint, getMe),
  bind(requestRealNameCheckEndpoint, requestRealNameCheck),
  bind(completeProfileEndpoint, completeProfile),
]
