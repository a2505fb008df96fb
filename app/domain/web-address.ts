/** Addresses of the web as people write them. */

/** With https:// before it, where somebody wrote only the name of a site: www.esempio.it. */
export function withScheme(written: string): string {
  return /^[^\s:/@]+\.[a-z]{2,}(?:[/?#]|$)/i.test(written) ? `https://${written}` : written
}
