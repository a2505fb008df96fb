import type { CommitmentState } from '#app/domain/answers/commitment-states'
import { useWords } from '#app/i18n/use-words'

const looks: Record<CommitmentState, { mark: string; badge: string }> = {
  running: { mark: '○', badge: 'badge' },
  overdue: { mark: '▲', badge: 'badge time' },
  done: { mark: '✓', badge: 'badge done' },
  dropped: { mark: '✕', badge: 'badge refused' },
}

export function CommitmentBadge({ state }: { state: CommitmentState }) {
  const t = useWords()
  const { mark, badge } = looks[state]
  return (
    <span className={badge}>
      <span aria-hidden="true">{mark}</span> {t(`answers.state.${state}`)}
    </span>
  )
}
