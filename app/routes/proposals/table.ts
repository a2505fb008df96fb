/** The addresses of proposals, their discussion and its moderation. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const proposal = (path: string, file: string) => route(`proposals/:proposalId${path}`, `routes/proposals/${file}`)

export const proposalRoutes: RouteConfigEntry[] = [
  route('proposals', 'routes/proposals/proposals.tsx'),
  route('proposals/feed.xml', 'routes/proposals/feed.ts'),
  route('proposals/new', 'routes/proposals/start.tsx'),
  route('proposals/similar', 'routes/proposals/similar.ts'),
  route('proposals/invitations/:secret', 'routes/proposals/invitation.tsx'),
  route('account/proposals', 'routes/proposals/my-proposals.tsx'),
  proposal('', 'proposal.tsx'),
  proposal('/place', 'draft-place.tsx'),
  proposal('/text', 'draft-text.tsx'),
  proposal('/attachments', 'draft-attachments.tsx'),
  proposal('/attachments/:fileId/removal', 'file-removal.ts'),
  proposal('/images', 'images.ts'),
  proposal('/summary', 'draft-summary.tsx'),
  proposal('/saving', 'draft-saving.ts'),
  proposal('/publication', 'publication.ts'),
  proposal('/withdrawal', 'withdrawal.tsx'),
  proposal('/change', 'change.tsx'),
  proposal('/versions', 'versions.tsx'),
  proposal('/support', 'support.ts'),
  proposal('/support-withdrawal', 'support-withdrawal.ts'),
  proposal('/authors', 'authors.tsx'),
  proposal('/authors/:coAuthorId/departure', 'departure.ts'),
  proposal('/news', 'news.ts'),

  route('comments/:commentId', 'routes/discussion/replies.tsx'),
  route('comments/:commentId/change', 'routes/discussion/change.tsx'),
  route('comments/:commentId/history', 'routes/discussion/history.tsx'),
  route('comments/:commentId/withdrawal', 'routes/discussion/withdrawal.tsx'),
  route('comments/:commentId/mark', 'routes/discussion/mark.ts'),
  route('comments/:commentId/mark-withdrawal', 'routes/discussion/mark-withdrawal.ts'),

  route('reports/:kind/:subjectId', 'routes/moderation/report.tsx'),
  route('moderation', 'routes/moderation/queue.tsx'),
  route('moderation/register', 'routes/moderation/register.tsx'),
  route('moderation/hidings/:hidingId', 'routes/moderation/hiding.tsx'),
  route('moderation/hidings/:hidingId/decision', 'routes/moderation/decision.tsx'),
  route('moderation/:kind/:subjectId/hiding', 'routes/moderation/hide.tsx'),
  route('moderation/:kind/:subjectId/keeping', 'routes/moderation/keeping.ts'),
]
