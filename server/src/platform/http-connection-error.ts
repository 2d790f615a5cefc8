import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

/** Answers what is no HTTP at all: says nothing about itself, carries the headers of every answer (S-160), hangs up. */
export function createConnectionErrorHandler(headers: Readonly<Record<string, string>>) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return (error: Error & { readonly code?: string }, socket: Socket): void => {
    if (error.code !== 'ECONNRESET' && socket.writable) {
      const status = STATUS_BY_CODE[error.code ?? ''] ?? 400
      const first = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`
      socket.write(`${first}${lines.join('')}cache-control: no-store\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)
    }
    socket.destroy()
  }
}
