/** What has happened in the town: filled through the same acts that people use. */
import type { Town } from './town'

export async function liveALittle(_town: Town) {}
