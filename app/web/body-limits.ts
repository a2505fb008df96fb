/** How much a form may send: little, but where its address is known to take more. */
const kilobyte = 1024
const megabyte = 1024 * kilobyte

const usual = 512 * kilobyte
const larger: readonly [bytes: number, RegExp][] = [
  // Files, each with its fields
  [12 * megabyte, /^\/proposals\/[^/]+\/(attachments|images)$/],
  [12 * megabyte, /^\/associations\/[^/]+\/registration\/documents$/],
  [12 * megabyte, /^\/budgets\/[^/]+\/projects\/[^/]+\/picture$/],
  // A registrar's list of 400,000 credentials, read as it comes
  [256 * megabyte, /^\/polls\/[^/]+\/registrar$/],
  // Long texts: a letter of an alphabet other than ours takes six to nine signs in a form
  [3 * megabyte, /^\/proposals\/[^/]+\/(text|saving|change)$/],
  [3 * megabyte, /^\/desk\/[^/]+(\/saving)?$/],
  [3 * megabyte, /^\/polls\/[^/]+\/options$/],
  [3 * megabyte, /^\/[a-z]+\/[^/]+\/translations\/[^/]+$/],
  // A sealed ballot of sixty answers, and a trustee's shares
  [megabyte, /^\/polls\/[^/]+\/(casting|trustee\/step)$/],
]

/** In bytes, for the page's form and for the same one sent by a script. */
export function mostBytesAt(path: string): number {
  const page = path.replace(/\.data$/, '').replace(/\/$/, '')
  return larger.find(([, pattern]) => pattern.test(page))?.[0] ?? usual
}
