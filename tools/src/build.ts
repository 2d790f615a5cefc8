import { buildSites } from './build-sites.ts'
import { runCommand } from './run-command.ts'

/** `npm run build`: both sites, ready to be served. */
await runCommand(async () => {
  await buildSites((line) => console.log(line))
  console.log('portal/dist 和 office/dist 已是最新。')
})
