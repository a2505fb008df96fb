/** A title that two options have: nobody could tell them apart on a ballot. */
export function titleTwice(titles: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return titles.find((title) => seen.size === seen.add(title.trim().toLocaleLowerCase('it')).size)?.trim()
}
