import { getContactEndpoint, listContactsEndpoint } from '@xingtan/contract/contact'
import { bind } from '../../platform/http-bind.ts'
import { getContact } from './get-contact.ts'
import { listContacts } from './list-contacts.ts'

export const CONTACT_ROUTES = [bind(listContactsEndpoint, listContacts), bind(getContactEndpoint, getContact)]
