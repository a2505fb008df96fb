import { useWords } from '#app/i18n/use-words'

/** What a place is called among others: a comune by its name, what is larger with its kind, because a province may share its capital's name. */
export function usePlaceName() {
  const t = useWords()
  return ({ name, kind }: { name: string; kind: string }) =>
    kind === 'comune' ? name : `${t(`territories.kind.${kind}`)} ${name}`
}
