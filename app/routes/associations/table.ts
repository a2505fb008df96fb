/** The addresses of associations, their verification, and files. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const at = (path: string, file: string) => route(path, `routes/associations/${file}`)
const one = (path: string, file: string) => at(`associations/:associationId${path}`, file)

export const associationRoutes: RouteConfigEntry[] = [
  at('associations', 'register.tsx'),
  at('associations/new', 'claim.tsx'),
  at('associations/invitation', 'invitation.tsx'),
  one('', 'association.tsx'),
  one('/registration/identity', 'step-identity.tsx'),
  one('/registration/registers', 'step-registers.tsx'),
  one('/registration/places', 'step-places.tsx'),
  one('/registration/work', 'step-work.tsx'),
  one('/registration/:step/saving', 'step-saving.ts'),
  one('/registration/documents', 'step-documents.tsx'),
  one('/registration/documents/:fileId/removal', 'document-removal.tsx'),
  one('/registration/summary', 'summary.tsx'),
  one('/submission', 'submission.ts'),
  one('/mandates', 'mandates.tsx'),
  one('/mandates/:mandateId/end', 'mandate-end.ts'),
  one('/mandates/:mandateId/handover', 'handover.tsx'),
  at('account/associations', 'own-associations.tsx'),
  at('desk/associations', 'queue.tsx'),
  at('desk/associations/:associationId', 'verification.tsx'),
  at('files/:fileId', 'file.ts'),
]
