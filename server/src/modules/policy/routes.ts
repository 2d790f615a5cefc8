import { listReasonsEndpoint } from '@xingtan/contract/office/case'
import { getTextsEndpoint } from '@xingtan/contract/place'
import { bind } from '../../platform/http-bind.ts'
import { getTexts } from './get-texts.ts'
import { listReasons } from './list-reasons.ts'

export const PUBLIC_POLICY_ROUTES = [bind(getTextsEndpoint, getTexts)]
export const OFFICE_POLICY_ROUTES = [bind(listReasonsEndpoint, listReasons)]
