/** Debian's belenios-tool, a program that is not ours: found, or installed where that is possible. */
import { spawnSync } from 'node:child_process'

type Surroundings = { path?: string | undefined; isRoot?: boolean }

/** Where it is missing for good this says so, and whatever needs it is to be skipped. */
export function hasBeleniosTool({
  path = process.env.PATH,
  isRoot = process.getuid?.() === 0,
}: Surroundings = {}): boolean {
  const env = { ...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive' }
  const isThere = () => spawnSync('belenios-tool', ['--version'], { env }).status === 0
  if (isThere()) return true
  const words = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=60', 'belenios-tool']
  if (isRoot) spawnSync('apt-get', words, { env, timeout: 180_000 })
  if (isThere()) return true
  console.warn('SKIPPED: belenios-tool is missing and cannot be installed: nothing is checked by another program')
  return false
}

/** What it says of the one archive in a folder. */
export function verifiedElsewhere(folder: string) {
  const { status, stderr } = spawnSync('belenios-tool', ['election', 'verify', '--dir', folder], { encoding: 'utf8' })
  return { status, stderr }
}
