/** The addresses of answers: the desk, the public standing, commitments, and being told. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const desk = (path: string, file: string) => route(`desk/:answerId${path}`, `routes/answers/${file}`)

export const answerRoutes: RouteConfigEntry[] = [
  route('desk', 'routes/answers/desk.tsx'),
  desk('', 'writing.tsx'),
  desk('/saving', 'saving.ts'),
  desk('/publication', 'publication.tsx'),
  desk('/notes', 'notes.tsx'),
  desk('/assignment', 'assignment.tsx'),
  desk('/extension', 'extension.tsx'),
  desk('/points/:pointId/parts', 'parts.tsx'),

  route('answers/:answerId/versions', 'routes/answers/versions.tsx'),
  route('answers/:answerId/verdict', 'routes/answers/verdict.tsx'),
  route('answers/:answerId/review', 'routes/answers/review.tsx'),

  route('standing', 'routes/answers/standing.tsx'),
  route('territories/:slug/without-office', 'routes/answers/without-office.tsx'),
  route('commitments', 'routes/answers/commitments.tsx'),
  route('commitments/:commitmentId', 'routes/answers/commitment.tsx'),
  route('commitments/:commitmentId/outcome', 'routes/answers/outcome.tsx'),
  route('commitments/:commitmentId/date', 'routes/answers/move.tsx'),
  route('commitments/:commitmentId/office', 'routes/answers/hand-over.tsx'),
  route('commitments/:commitmentId/drop', 'routes/answers/drop.tsx'),

  route('notifications', 'routes/notifications/notifications.tsx'),
  route('notifications/unread', 'routes/notifications/unread.ts'),
  route('notifications/reading', 'routes/notifications/reading.ts'),
  route('notifications/:notificationId', 'routes/notifications/opening.ts'),
  route('account/notifications', 'routes/notifications/preferences.tsx'),
  route('follows', 'routes/notifications/follows.ts'),
  route('follows/ending', 'routes/notifications/ending.ts'),
]
