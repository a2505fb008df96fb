/** A Chromium for the journeys: an installed one, Debian's, or Playwright's own. The one without windows is quickest. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium-headless-shell',
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
    const install = (name) => apt('install', '-y', '--no-install-recommends', name)
    if (!install('chromium-headless-shell')) {
      apt('update')
      if (!install('chromium-headless-shell')) install('chromium')
    }
    const debians = places.find((place) => existsSync(place))
    if (debians) return debians
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
