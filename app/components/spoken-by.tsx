import { isolated } from '#app/i18n/languages'
import { useWords } from '#app/i18n/use-words'

export type Speaker = { name: string; association: string | null }

/** Who said or did something, and for which association. */
export function SpokenBy({ name, association }: Speaker) {
  const t = useWords()
  return (
    <bdi>{association ? t('shell.by-for', { name: isolated(name), association: isolated(association) }) : name}</bdi>
  )
}
