/** Names of files that people choose, made safe to show and to save. */

/** The name without folders, controls and disguises, ending as its content says. */
export function cleanName(given: string, extension: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/[\p{C}\u2028\u2029<>:"|?*%]+/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\p{M}{3,}/gu, '')
    .slice(0, 100)
  const whole = /[\uD800-\uDBFF]$/.test(stem) ? stem.slice(0, -1) : stem
  return `${whole || 'documento'}.${extension}`
}
