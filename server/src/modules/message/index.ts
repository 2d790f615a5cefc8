/** Owns `messages`: the outbox of SMS and mail and the in-site inbox. */
export { queueManySms, queueSms } from './queue-sms.ts'
export { postSiteMessages } from './post-site-messages.ts'
