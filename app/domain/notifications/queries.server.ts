/** What the screens about notifications need. */
import { db } from '#app/db/client.server'

export async function unreadCount(personId: string): Promise<number> {
  return db.notification.count({ where: { personId, readAt: null } })
}
