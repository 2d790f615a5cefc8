import { SandboxOfficers } from '@xingtan/contract/authority/key-middleware'
import { SandboxPeople } from '@xingtan/contract/authority/sandbox-person'

/** What the sandbox's world is made of: its people and its officers' keys. Demonstration only. */
export async function fetchSandbox(baseUrl: string) {
  const [people, officers] = await Promise.all([
    fetch(`${baseUrl}/people.json`).then((response) => response.json()),
    fetch(`${baseUrl}/key-middleware/officers`).then((response) => response.json()),
  ])
  return { ...SandboxPeople.parse(people), ...SandboxOfficers.parse(officers) }
}

export type SandboxWorld = Awaited<ReturnType<typeof fetchSandbox>>
