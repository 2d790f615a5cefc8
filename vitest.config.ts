import { defineConfig } from 'vitest/config'

// Two cores: two workers are as many as help, and PostgreSQL wants its share.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'domain', include: ['contract/src/**/*.test.ts', 'domain/src/**/*.test.ts'], testTimeout: 5000 },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', 'server/test/**/*.test.ts'],
          globalSetup: ['server/test/database-cluster.ts'],
        },
      },
      { extends: true, test: { name: 'sandbox', include: ['sandbox/src/**/*.test.ts', 'sandbox/test/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'tools',
          include: ['tools/src/**/*.test.ts', 'bench/src/**/*.test.ts'],
          exclude: ['tools/src/schema/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'migrations', include: ['tools/src/schema/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'ui', include: ['{ui,portal,office}/src/**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
