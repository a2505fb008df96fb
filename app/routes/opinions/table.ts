/** The addresses of conversations: the list, one conversation, its statements and answers. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const conversation = (path: string, file: string) => route(`opinions/:conversationId${path}`, `routes/opinions/${file}`)

export const opinionRoutes: RouteConfigEntry[] = [
  route('opinions', 'routes/opinions/opinions.tsx'),
  route('opinions/new', 'routes/opinions/opening.tsx'),
  conversation('', 'conversation.tsx'),
  conversation('/answers', 'answers.ts'),
  conversation('/own', 'own.tsx'),
  conversation('/own/:statementId/withdrawal', 'answer-withdrawal.ts'),
  conversation('/statements', 'statement.tsx'),
  conversation('/statements/:statementId/acceptance', 'acceptance.ts'),
  conversation('/statements/:statementId/refusal', 'refusal.tsx'),
  conversation('/moderation', 'moderation.tsx'),
  conversation('/closing', 'closing.ts'),
]
