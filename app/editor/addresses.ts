/** Which addresses a text may point to: the web and mail outside, our own files inside. */

const longestAddress = 2048

/** Whitespace, control and invisible characters, and the backslash that browsers read as a slash. */
const neverInAnAddress = /[\s\p{Cc}\p{Cf}\p{Cs}\\<>"`]/u

/** True for an address a link may hold as it stands: http, https or mailto, nobody's password in it. */
export function isSafeAddress(href: string): boolean {
  if (href.length > longestAddress || neverInAnAddress.test(href)) return false
  if (/^mailto:/i.test(href)) return /^mailto:[^@%?#,;:/]{1,100}@[a-z0-9.-]{1,200}$/i.test(href)
  if (!/^https?:\/\/[^/]/i.test(href)) return false
  const url = readAddress(href)
  return url !== null && url.hostname !== '' && url.username === '' && url.password === ''
}

/**
 * The safe form of an address that people type or that other sites' pages hold, or null.
 * It is read as a browser would read it, so that what looks harmless cannot turn into a script.
 */
export function safeAddress(written: string, base?: string): string | null {
  const trimmed = written.trim()
  if (trimmed === '' || trimmed.length > longestAddress) return null
  if (isSafeAddress(trimmed)) return trimmed
  const url = readAddress(/^www\.[^\s/@]+\.[a-z]/i.test(trimmed) ? `https://${trimmed}` : trimmed, base)
  if (url === null || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return null
  return isSafeAddress(url.href) ? url.href : null
}

/** Pictures are only ours: no tracking from elsewhere, no mixed content, nothing that can run. */
export function isOurFile(src: string): boolean {
  return /^\/files\/[A-Za-z0-9_-]{1,64}$/.test(src)
}

function readAddress(href: string, base?: string): URL | null {
  try {
    return new URL(href, base)
  } catch {
    return null
  }
}
