export interface DatabaseLogin {
  readonly user?: string
  readonly password?: string
  readonly database?: string
}

/** The same server with another login or database; what is not named stays. */
export function withLogin(url: string, { user, password, database }: DatabaseLogin): string {
  const changed = new URL(url)
  if (user !== undefined) changed.username = encodeURIComponent(user)
  if (password !== undefined) changed.password = encodeURIComponent(password)
  if (database !== undefined) changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

/** The database a URL names; PostgreSQL's own default, the user's name, when it names none. */
export function databaseOf(url: string): string {
  const { pathname, username } = new URL(url)
  return decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username)
}
