import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/global.ts'],
    // What hangs must end, and what is slow is measured elsewhere: on a busy machine nothing fails for being slow.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // A worker waits for its browser, server or database half of the time: three keep two cores at work.
    maxWorkers: 3,
    // One second is not long on a machine that does other work too; what never comes fails all the same.
    expect: { poll: { timeout: 30_000 } },
  },
})
