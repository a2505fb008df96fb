/** A Chromium for the journeys: an installed one, Debian's, or Playwright's own. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export async function findChromium() {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH
  const installed = places.find((place) => existsSync(place)) ?? (await playwrights())
  if (installed) return installed
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian…')
    if (!apt('install', '-y', '--no-install-recommends', 'chromium')) {
      apt('update')
      apt('install', '-y', '--no-install-recommends', 'chromium')
    }
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  console.log('Downloading Chromium…')
  spawnSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 })
  const own = await playwrights()
  if (!own)
    console.error(
      'No Chromium was found and none could be installed: install it, or say where it is with CHROMIUM_PATH.',
    )
  return own
}

function apt(...args) {
  const { status } = spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

async function playwrights() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}
